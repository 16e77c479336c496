package org.parley.hub.journal;

import java.time.Instant;
import java.util.Optional;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.statement.AuthorProof;
import org.parley.kernel.statement.DeviceSequence;
import org.parley.kernel.statement.Seen;

/// A statement as it is handed to the journal.
///
/// @param device the device's own counter, where the statement was made on one: gaps become visible
/// @param seen the last checkpoint that its author knew: the statement is not older than that
/// @param signed what a device signed, where its key stands behind the statement
/// @param authorSigned its author's signature over the bytes that are to be logged
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
        Optional<Signed> signed,
        Optional<AuthorSigned> authorSigned) {

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
                Optional.empty(),
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
                operation,
                id,
                actor,
                label,
                claimedAt,
                body,
                device,
                seen,
                others,
                signed,
                authorSigned);
    }

    /// The same, as a device signed it.
    public Submission<B> signed(Signed text) {
        return by(actor, Optional.of(text), authorSigned);
    }

    /// The same, as it is when a passkey of its author signs it.
    ///
    /// @param key how statements name the passkey
    public Submission<B> toBeSignedBy(String key) {
        return by(actor.signing(key), signed, Optional.empty());
    }

    /// The same, signed.
    public Submission<B> signed(AuthorSigned signature) {
        return by(
                actor.signing(AuthorProof.keyId(signature.proof().publicKey())),
                signed,
                Optional.of(signature));
    }

    /// The same, saying something else.
    Submission<B> saying(B other) {
        return new Submission<>(
                operation,
                id,
                actor,
                label,
                claimedAt,
                other,
                device,
                seen,
                references,
                signed,
                authorSigned);
    }

    private Submission<B> by(Actor who, Optional<Signed> text, Optional<AuthorSigned> signature) {
        return new Submission<>(
                operation,
                id,
                who,
                label,
                claimedAt,
                body,
                device,
                seen,
                references,
                text,
                signature);
    }
}
