package org.parley.hub.examples.exercise;

import java.time.Instant;
import java.util.Comparator;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Submission;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;

/// One line of the script: who says what, when it is heard, and about when.
///
/// @param key names the line within its script; with the seed it makes the statement's id
/// @param claimed when its author says it; earlier than `heard` where the report is late
record Line<B extends Record & Body>(
        Instant heard, Instant claimed, String key, PartnerId by, Label label, B body) {

    /// In the order of hearing; lines of one moment in the order of their keys.
    static final Comparator<Line<?>> IN_ORDER =
            Comparator.<Line<?>, Instant>comparing(Line::heard).thenComparing(Line::key);

    /// Addressed to the whole operation and heard at once.
    static <B extends Record & Body> Line<B> said(Instant at, String key, PartnerId by, B body) {
        return new Line<>(at, at, key, by, Label.operation(by, FieldClass.OPERATIONAL), body);
    }

    StatementId id(long seed) {
        return StatementId.derivedFrom(
                World.OPERATION.value(), Long.toString(seed), by.value(), key);
    }

    Submission<B> submission(long seed) {
        return new Submission<>(
                World.OPERATION, id(seed), Actor.signedIn(by, World.ACCOUNT), label, claimed, body);
    }
}
