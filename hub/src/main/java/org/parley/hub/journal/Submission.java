package org.parley.hub.journal;

import java.time.Instant;
import java.util.Optional;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.statement.DeviceSequence;
import org.parley.kernel.statement.Seen;

/// A statement as it is handed to the journal.
///
/// @param device the device's own counter, where the statement was made on one: gaps become visible
/// @param seen the last checkpoint that its author knew: the statement is not older than that
/// @param signed what a device signed, where its key stands behind the statement
public record Submission<B extends Record & Body>(
        OperationId operation,
        StatementId id,
        Actor actor,
        Label label,
        Instant claimedAt,
        B body,
        Optional<DeviceSequence> device,
        Optional<Seen> seen,
        References references,
        Optional<Signed> signed) {

    public Submission(
            OperationId operation,
            StatementId id,
            Actor actor,
            Label label,
            Instant claimedAt,
            B body,
            Optional<DeviceSequence> device,
            Optional<Seen> seen,
            References references) {
        this(
                operation,
                id,
                actor,
                label,
                claimedAt,
                body,
                device,
                seen,
                references,
                Optional.empty());
    }

    public Submission(
            OperationId operation,
            StatementId id,
            Actor actor,
            Label label,
            Instant claimedAt,
            B body) {
        this(operation, id, actor, label, claimedAt, body, Optional.empty(), Optional.empty());
    }

    public Submission(
            OperationId operation,
            StatementId id,
            Actor actor,
            Label label,
            Instant claimedAt,
            B body,
            Optional<DeviceSequence> device,
            Optional<Seen> seen) {
        this(operation, id, actor, label, claimedAt, body, device, seen, References.NONE);
    }

    /// The same, naming other statements.
    public Submission<B> naming(References others) {
        return new Submission<>(
                operation, id, actor, label, claimedAt, body, device, seen, others, signed);
    }

    /// The same, as a device signed it.
    public Submission<B> signed(Signed text) {
        return new Submission<>(
                operation,
                id,
                actor,
                label,
                claimedAt,
                body,
                device,
                seen,
                references,
                Optional.of(text));
    }
}
