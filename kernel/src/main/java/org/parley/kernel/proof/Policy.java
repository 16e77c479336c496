package org.parley.kernel.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whom a reader of receipts trusts (C2SP tlog-policy): the logs, the witnesses, and how many of
/// them must have cosigned. Each partner writes its own.
///
/// One rule is stricter than C2SP: when a policy lists keys of several kinds for one log, a key of
/// each kind must have signed. A pair of Ed25519 and ML-DSA is worth something only if both hold.
///
/// @param quorum empty when the policy asks for no witness
public record Policy(List<Log> logs, List<Quorum.Witness> witnesses, Optional<Quorum> quorum) {

    public Policy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
    }

    /// A log whose checkpoints are accepted; the key's name is the log's origin.
    public record Log(VerifierKey key, Optional<String> url) {}

    /// A checkpoint that this policy accepts.
    ///
    /// @param signatures of the log and of all known witnesses
    /// @param notAfter when the quorum was complete by the witnesses' clocks; empty when no known
    ///     witness stated a time
    public record Accepted(
            Checkpoint checkpoint, List<Verified> signatures, Optional<Cosigned> notAfter) {}

    /// By which time which witnesses had cosigned.
    public record Cosigned(java.time.Instant at, List<String> witnesses) {}

    public static Policy parse(String text) {
        return PolicyText.parse(text);
    }

    /// A policy that trusts one log alone, on its own word.
    public static Policy ofLog(List<VerifierKey> keys) {
        return new Policy(
                keys.stream().map(key -> new Log(key, Optional.empty())).toList(),
                List.of(),
                Optional.empty());
    }

    /// Whether these witnesses are enough.
    public boolean isSatisfiedBy(Set<String> cosigned) {
        return quorum.map(rule -> rule.isSatisfiedBy(cosigned)).orElse(true);
    }

    /// @throws Unproven or [org.parley.kernel.InvalidValue] when the checkpoint is not accepted
    public Accepted accept(Note note) {
        var checkpoint = Checkpoint.parse(note.text());
        var known = new LinkedHashSet<VerifierKey>();
        logs.forEach(log -> known.add(log.key()));
        witnesses.forEach(witness -> known.add(witness.key()));
        var signatures = note.open(known);
        var signers = signatures.stream().map(Verified::key).collect(Collectors.toSet());
        requireLog(checkpoint.origin(), signers);
        var cosigners = new HashSet<String>();
        witnesses.stream()
                .filter(w -> signers.contains(w.key()))
                .forEach(w -> cosigners.add(w.name()));
        if (!isSatisfiedBy(cosigners)) {
            throw new Unproven(
                    "The witnesses %s are not the quorum that the policy asks for."
                            .formatted(cosigners.stream().sorted().toList()));
        }
        return new Accepted(checkpoint, signatures, notAfter(signatures));
    }

    private void requireLog(String origin, Set<VerifierKey> signers) {
        var own = logs.stream().map(Log::key).filter(k -> k.name().equals(origin)).toList();
        if (own.isEmpty()) {
            throw new Unproven("The policy does not know the log %s.".formatted(origin));
        }
        var wanted = own.stream().map(VerifierKey::kind).collect(Collectors.toSet());
        own.stream().filter(signers::contains).map(VerifierKey::kind).forEach(wanted::remove);
        if (!wanted.isEmpty()) {
            throw new Unproven("The log %s has not signed with %s.".formatted(origin, wanted));
        }
    }

    private Optional<Cosigned> notAfter(List<Verified> signatures) {
        var timed =
                signatures.stream()
                        .filter(signature -> signature.at().isPresent())
                        .sorted(Comparator.comparingLong(Verified::seconds))
                        .toList();
        var cosigned = new ArrayList<String>();
        for (var signature : timed) {
            var names =
                    witnesses.stream()
                            .filter(witness -> witness.key().equals(signature.key()))
                            .map(Quorum.Witness::name)
                            .toList();
            cosigned.addAll(names);
            if (!names.isEmpty() && isSatisfiedBy(Set.copyOf(cosigned))) {
                return signature.at().map(at -> new Cosigned(at, List.copyOf(cosigned)));
            }
        }
        return Optional.empty();
    }
}
