package org.parley.hub.api;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import org.parley.hub.access.HighValueAct;
import org.parley.hub.access.Means;
import org.parley.hub.access.SignedIn;
import org.parley.hub.journal.Refusal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Asks that whoever does something of high value has proved a moment ago who they are. Pages
/// answer with the question and go on with what was typed; programs get the refusal.
@Component
public class StepUp {

    /// The refusal that asks for it.
    public static final String CODE = "access.verify-again";

    private final InstantSource clock;

    StepUp(InstantSource clock) {
        this.clock = clock;
    }

    /// @throws NotAllowed when the last proof is too old
    public void demand(HighValueAct act) {
        if (isMachine()) {
            throw new NotAllowed(new Refusal("access.not-for-machines", Map.of()));
        }
        if (!isFresh()) {
            throw new NotAllowed(
                    new Refusal(
                            CODE,
                            Map.of("act", act.code(), "minutes", HighValueAct.WINDOW.toMinutes())));
        }
    }

    /// @throws NotAllowed when a statement of the type is such an act, and the last proof too old
    void demandFor(String type) {
        Arrays.stream(HighValueAct.values())
                .filter(act -> act.statements().contains(type))
                .forEach(this::demand);
    }

    /// A machine's key proves an organisation, and no person who weighs the act.
    private static boolean isMachine() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof SignedIn who
                && who.session().means() == Means.MACHINE_KEY;
    }

    /// Whether who asks has proved it; nobody is asked where nobody signed in.
    private boolean isFresh() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                || !(authentication.getPrincipal() instanceof SignedIn who)
                || who.session().isFresh(clock.instant(), HighValueAct.WINDOW);
    }
}
