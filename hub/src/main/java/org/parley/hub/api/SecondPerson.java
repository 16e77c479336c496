package org.parley.hub.api;

import org.parley.hub.journal.Submission;
import tools.jackson.databind.node.ObjectNode;

/// Stands between one person's act and its effect where two must agree. Implemented above this
/// module, where it is known what members and labels an act changes.
public interface SecondPerson {

    /// What is said: the act itself where one person suffices, else a proposal of it, which takes
    /// effect when a second person agrees.
    ///
    /// @param statement the act as its author sent it
    Submission<?> held(Speaker speaker, String type, Submission<?> act, ObjectNode statement);

    /// Whether it is such a proposal.
    boolean holds(Submission<?> said);
}
