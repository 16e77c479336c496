package org.parley.hub.release;

import java.util.Optional;
import org.parley.hub.api.Speaker;
import org.parley.hub.journal.Submission;

/// A feature's own acts that one person alone may not do. Implemented above this module.
public interface WantsTwo {

    /// Why the act wants a second person, if it does.
    Optional<TwoPeopleRule> rule(Speaker speaker, Submission<?> act);
}
