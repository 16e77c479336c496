package org.parley.verifier;

import static org.parley.verifier.Fault.Kind.AUTHOR_PROOF_WRONG;
import static org.parley.verifier.Fault.Kind.DEVICE_SIGNATURE_WRONG;
import static org.parley.verifier.Fault.Kind.FIELD_WRONG;
import static org.parley.verifier.Fault.Kind.OPERATION_WRONG;
import static org.parley.verifier.Fault.Kind.PACKAGE_UNREADABLE;
import static org.parley.verifier.Fault.Kind.RECEIPT_UNREADABLE;
import static org.parley.verifier.Fault.Kind.RECEIPT_WRONG;
import static org.parley.verifier.Fault.Kind.SEEN_WRONG;
import static org.parley.verifier.Fault.Kind.SIGNATURE_ODD;
import static org.parley.verifier.Fault.Kind.SIGNATURE_WRONG;
import static org.parley.verifier.Fault.Kind.STATEMENT_UNREADABLE;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.json.JsonString;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.Policy;
import org.parley.kernel.proof.TlogProof;
import org.parley.kernel.proof.VerifierKey;
import org.parley.kernel.statement.Assurance;
import org.parley.kernel.statement.AuthorProof;
import org.parley.kernel.statement.DeviceStatement;
import org.parley.kernel.statement.DisclosurePackage;
import org.parley.kernel.statement.Seen;
import org.parley.kernel.statement.Statement;
import org.parley.kernel.statement.WrittenStatement;

/// Checks one package, step by step. No clock, no network, no state: the same files and the same
/// policy give the same answer for ever.
final class PackageCheck {

    private PackageCheck() {}

    /// @param originatorKey what the reader knows as the originator's key, null for none
    /// @throws Fault at the first step that fails
    static Proved check(byte[] file, Policy policy, @Nullable VerifierKey originatorKey) {
        var parts = Fault.reading(PACKAGE_UNREADABLE, () -> DisclosurePackage.parse(file));
        var written =
                Fault.reading(
                        STATEMENT_UNREADABLE, () -> WrittenStatement.parse(parts.statement()));
        Fault.checking(
                PACKAGE_UNREADABLE,
                FIELD_WRONG,
                () -> {
                    written.requireAll(parts.disclosures());
                    return true;
                });
        var receipt = Fault.reading(RECEIPT_UNREADABLE, () -> TlogProof.parse(parts.receipt()));
        var leaf = Fault.reading(PACKAGE_UNREADABLE, parts::leafHash);
        var logged =
                Fault.checking(
                        RECEIPT_UNREADABLE, RECEIPT_WRONG, () -> receipt.check(leaf, policy));
        var head = written.head();
        var checkpoint = logged.by().checkpoint();
        requireItsOperation(head, checkpoint);
        return new Proved(
                head,
                logged.index(),
                logged.by(),
                parts.disclosures(),
                written.undisclosed(parts.disclosures()),
                speaker(parts, head, originatorKey),
                author(parts),
                earliest(parts, head.seen(), logged.index(), checkpoint));
    }

    /// A log is of one operation; its origin ends with the operation's name.
    private static void requireItsOperation(Statement head, Checkpoint checkpoint) {
        if (!checkpoint.origin().endsWith("/" + head.operation())) {
            throw new Fault(OPERATION_WRONG, head.operation() + ", " + checkpoint.origin());
        }
    }

    private static Proved.Speaker speaker(
            DisclosurePackage parts, Statement head, @Nullable VerifierKey originatorKey) {
        var signature = parts.signature();
        return switch (head.assurance()) {
            case HUB_ATTESTED -> {
                if (signature != null) {
                    throw new Fault(SIGNATURE_ODD, Assurance.HUB_ATTESTED.code());
                }
                yield new Proved.Speaker.HubForItsUser();
            }
            case PASSKEY_SIGNED -> passkey(parts.authorProof(), head);
            case DEVICE_SIGNED -> device(parts, head, originatorKey);
            case ORGANISATION_SIGNED -> originator(parts, head, originatorKey);
        };
    }

    /// What the device signed is a field of the statement: whoever is not shown it has the hub's
    /// word alone.
    private static Proved.Speaker device(
            DisclosurePackage parts, Statement head, @Nullable VerifierKey originatorKey) {
        var field =
                parts.disclosures().stream()
                        .filter(one -> one.name().equals(DeviceStatement.FIELD))
                        .findFirst();
        if (field.isEmpty()) {
            return originator(parts, head, originatorKey);
        }
        var said =
                Fault.reading(
                        DEVICE_SIGNATURE_WRONG,
                        () ->
                                DeviceStatement.parse(
                                        field.get().value() instanceof JsonString(var text)
                                                ? text
                                                : ""));
        boolean holds = Fault.reading(DEVICE_SIGNATURE_WRONG, () -> said.isOf(head));
        if (!holds) {
            throw new Fault(DEVICE_SIGNATURE_WRONG, said.text().key());
        }
        return new Proved.Speaker.Device(
                said.text().key(), said.readOtherwise(parts.disclosures()));
    }

    private static Proved.Speaker originator(
            DisclosurePackage parts, Statement head, @Nullable VerifierKey originatorKey) {
        var signature = parts.signature();
        if (signature == null || originatorKey == null) {
            return new Proved.Speaker.HubAlone();
        }
        if (!originatorKey.verifies(parts.statement(), signature)) {
            throw new Fault(SIGNATURE_WRONG, originatorKey.name());
        }
        return new Proved.Speaker.Originator(originatorKey);
    }

    /// The statement names the key that signs it, so the log holds which one it was.
    private static Proved.Speaker passkey(@Nullable AuthorProof proof, Statement head) {
        if (proof == null) {
            return new Proved.Speaker.HubAlone();
        }
        if (!AuthorProof.keyId(proof.publicKey()).equals(head.key())) {
            throw new Fault(AUTHOR_PROOF_WRONG, proof.keyName());
        }
        return new Proved.Speaker.Passkey();
    }

    /// That its holder signed this statement, and is whose the hub says it is, are two things.
    private static Optional<AuthorProof> author(DisclosurePackage parts) {
        var proof = Optional.ofNullable(parts.authorProof());
        proof.filter(one -> !one.proves(parts.statement()))
                .ifPresent(
                        one -> {
                            throw new Fault(AUTHOR_PROOF_WRONG, one.keyName());
                        });
        return proof;
    }

    private static Proved.Earliest earliest(
            DisclosurePackage parts, @Nullable Seen seen, long index, Checkpoint checkpoint) {
        var path = parts.seenPath();
        if (seen == null) {
            if (path != null) {
                throw new Fault(SEEN_WRONG, "seenPath");
            }
            return new Proved.Earliest.Open();
        }
        if (path == null) {
            return new Proved.Earliest.Claimed(seen.origin(), seen.size());
        }
        boolean holds =
                seen.origin().equals(checkpoint.origin())
                        && seen.size() <= index
                        && isPrefix(seen, path, checkpoint);
        if (!holds) {
            throw new Fault(SEEN_WRONG, seen.origin() + " " + seen.size());
        }
        return new Proved.Earliest.After(seen.size());
    }

    private static boolean isPrefix(Seen seen, java.util.List<Hash> path, Checkpoint checkpoint) {
        try {
            return new ConsistencyProof(seen.size(), checkpoint.size(), path)
                    .proves(Hash.parse(seen.root()), checkpoint.root());
        } catch (InvalidValue noTree) {
            return false;
        }
    }
}
