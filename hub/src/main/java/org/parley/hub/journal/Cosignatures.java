package org.parley.hub.journal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.WitnessStanding.State;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.proof.SignatureLine;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The cosignatures of published checkpoints, and which checkpoint a receipt is given with: the
/// first over its statement, unless the operation's quorum was met for a later one only.
@Component
class Cosignatures {

    private final CosignatureStore store;
    private final CheckpointStore checkpoints;
    private final Witnesses witnesses;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final StatedQuorum usual;
    private final Map<OperationId, StatedQuorum> stated = new ConcurrentHashMap<>();

    Cosignatures(
            CosignatureStore store,
            CheckpointStore checkpoints,
            Witnesses witnesses,
            JournalSettings settings,
            @Qualifier("signer") TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.checkpoints = checkpoints;
        this.witnesses = witnesses;
        this.transactions = transactions;
        this.clock = clock;
        this.usual = StatedQuorum.of(witnesses.list(), settings.quorum());
        // an unreadable rule keeps the hub from starting, not from answering later
        settings.quorums()
                .forEach((id, lines) -> stated.put(new OperationId(id), of(witnesses, lines)));
    }

    private static StatedQuorum of(Witnesses witnesses, String lines) {
        return StatedQuorum.of(witnesses.list(), lines);
    }

    StatedQuorum quorum(OperationId operation) {
        return stated.getOrDefault(operation, usual);
    }

    /// Within the transaction that stores the checkpoint.
    void add(OperationId operation, long size, List<SignatureLine> lines) {
        lines.forEach(line -> store.add(operation, size, line, clock.instant()));
        var quorum = quorum(operation);
        if (quorum.asks() && quorum.isMetBy(store.cosigned(operation, size))) {
            store.met(operation, quorum.id(), size);
        }
    }

    /// Of a checkpoint that is published already.
    void addLate(OperationId operation, long size, List<SignatureLine> lines) {
        if (!lines.isEmpty()) {
            transactions.executeWithoutResult(_ -> add(operation, size, lines));
        }
    }

    List<String> cosigned(OperationId operation, long size) {
        return store.cosigned(operation, size);
    }

    /// The checkpoint for the receipt of a statement, with the cosignatures that are there by now.
    Optional<Published> covering(OperationId operation, long index) {
        var first = checkpoints.covering(operation, index);
        var quorum = quorum(operation);
        if (first.isEmpty()
                || !quorum.asks()
                || quorum.isMetBy(store.cosigned(operation, first.get().size()))) {
            return first;
        }
        var met = store.firstMet(operation, quorum.id(), index);
        return met.isEmpty() ? first : checkpoints.covering(operation, met.getAsLong() - 1);
    }

    /// Statements under the newest checkpoint for which the quorum was met; all where none is asked
    /// for.
    long quorate(OperationId operation, long published) {
        var quorum = quorum(operation);
        return quorum.asks() ? store.newestMet(operation, quorum.id()) : published;
    }

    List<WitnessStanding> standings(OperationId operation, String origin, long published) {
        return witnesses.list().stream()
                .map(witness -> standing(operation, origin, published, witness))
                .toList();
    }

    private WitnessStanding standing(
            OperationId operation, String origin, long published, Witness witness) {
        var newest =
                witness.keys().stream()
                        .map(key -> store.newestOf(operation, StatedQuorum.keyName(key)))
                        .toList();
        long size =
                newest.stream()
                        .mapToLong(one -> one.map(CosignatureStore.Newest::size).orElse(0L))
                        .min()
                        .orElse(0);
        var heard =
                newest.stream()
                        .flatMap(Optional::stream)
                        .map(CosignatureStore.Newest::heardAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        var state = witnesses.state(witness, origin);
        return new WitnessStanding(
                witness.name(),
                witness.keys().stream().map(Object::toString).toList(),
                witness.address().orElse(null),
                state == State.NEW && size > 0 ? State.COSIGNED : state,
                size,
                Math.max(0, published - size),
                later(witnesses.lastSeen(witness, origin), heard));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
