package org.parley.hub.examples.exercise;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Submission;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.statement.DeviceSequence;

/// One line of the script: who says what, when it is heard, and about when.
///
/// @param key names the line within its script; with the seed it makes the statement's id
/// @param claimed when its author says it; earlier than `heard` where the report is late
/// @param device the phone that it was written on, with its counter; null at a desk
/// @param refusedAs the code with which the hub is to refuse it; null where it is to be heard
record Line<B extends Record & Body>(
        Instant heard,
        Instant claimed,
        String key,
        PartnerId by,
        Label label,
        B body,
        @Nullable DeviceSequence device,
        @Nullable String refusedAs) {

    /// In the order of hearing; lines of one moment in the order of their keys.
    static final Comparator<Line<?>> IN_ORDER =
            Comparator.<Line<?>, Instant>comparing(Line::heard).thenComparing(Line::key);

    Line(Instant heard, Instant claimed, String key, PartnerId by, Label label, B body) {
        this(heard, claimed, key, by, label, body, null, null);
    }

    /// Addressed to the whole operation and heard at once.
    static <B extends Record & Body> Line<B> said(Instant at, String key, PartnerId by, B body) {
        return new Line<>(at, at, key, by, Label.operation(by, FieldClass.OPERATIONAL), body);
    }

    /// The very same statement, sent once more because no answer came.
    Line<B> again(Instant at) {
        return new Line<>(at, claimed, key, by, label, body, device, refusedAs);
    }

    /// The same, which the hub is not to take.
    Line<B> refused(String code) {
        return new Line<>(heard, claimed, key, by, label, body, device, code);
    }

    StatementId id(long seed) {
        return StatementId.derivedFrom(
                World.OPERATION.value(), Long.toString(seed), by.value(), key);
    }

    Submission<B> submission(long seed) {
        return new Submission<>(
                World.OPERATION,
                id(seed),
                Actor.signedIn(by, World.ACCOUNT),
                label,
                claimed,
                body,
                Optional.ofNullable(device),
                Optional.empty());
    }
}
