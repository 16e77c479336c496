package org.parley.hub.signin;

import java.util.Map;
import org.parley.hub.api.ActRefused;
import org.parley.hub.journal.Refusal;

/// A sign-in, or something done to an account, is refused for a reason that its page can say.
public final class Refused extends ActRefused {

    public Refused(String code) {
        this(new Refusal(code, Map.of()));
    }

    public Refused(Refusal why) {
        super(why);
    }
}
