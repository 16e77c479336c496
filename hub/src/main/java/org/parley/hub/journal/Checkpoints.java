package org.parley.hub.journal;

import static org.parley.hub.journal.HubReadOnly.Why.SIGNED_MORE;
import static org.parley.hub.journal.HubReadOnly.Why.SIGNED_OTHER;
import static org.parley.hub.journal.HubReadOnly.Why.TORN;
import static org.parley.hub.journal.HubReadOnly.Why.WITNESSED_MORE;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.SignatureLine;
import org.parley.kernel.proof.VerifierKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Has stored trees signed and publishes them. Signs only what is committed, so that a batch that
/// rolls back never reaches the signer.
@Component
class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final CheckpointStore store;
    private final Tiles tiles;
    private final CheckpointSigner signer;
    private final Witnesses witnesses;
    private final Cosignatures cosignatures;
    private final Outbox outbox;
    private final TransactionTemplate transactions;
    private final TransactionTemplate alone;
    private final JournalSettings settings;
    private final InstantSource clock;
    private final CrashPoint.Hook crash;
    private final Map<OperationId, HubReadOnly> readOnly = new ConcurrentHashMap<>();

    Checkpoints(
            CheckpointStore store,
            Tiles tiles,
            CheckpointSigner signer,
            Witnesses witnesses,
            Cosignatures cosignatures,
            Outbox outbox,
            @Qualifier("signer") TransactionTemplate transactions,
            @Qualifier("signing") TransactionTemplate alone,
            JournalSettings settings,
            InstantSource clock,
            CrashPoint.Hook crash) {
        this.store = store;
        this.tiles = tiles;
        this.signer = signer;
        this.witnesses = witnesses;
        this.cosignatures = cosignatures;
        this.outbox = outbox;
        this.transactions = transactions;
        this.alone = alone;
        this.settings = settings;
        this.clock = clock;
        this.crash = crash;
    }

    /// Before an operation's line starts: takes nothing more when the signer or a witness remembers
    /// another history than the store has.
    void begin(OperationId operation) {
        differing(operation, store.committed(operation))
                .ifPresentOrElse(this::stop, () -> offerNewest(operation));
    }

    /// Who was away when the hub stopped is asked though nothing grows.
    private void offerNewest(OperationId operation) {
        var newest = store.latest(operation);
        if (newest.isPresent() && !witnesses.list().isEmpty()) {
            var note = Note.parse(newest.get().note());
            var head = Checkpoint.parse(note.text());
            var offered = witnesses.offer(note, head, proofs(operation, head));
            cosignedLate(operation, head.size(), offered.inTime());
            offered.late(lines -> cosignedLate(operation, head.size(), lines));
        }
    }

    private LongFunction<ConsistencyProof> proofs(OperationId operation, Checkpoint head) {
        return since -> tiles.tree(operation, head.size()).consistencyFrom(since);
    }

    private void cosignedLate(OperationId operation, long size, List<SignatureLine> lines) {
        try {
            cosignatures.addLate(operation, size, lines);
        } catch (RuntimeException fault) {
            LOG.atError()
                    .addKeyValue("operation", operation)
                    .setCause(fault)
                    .log("A cosignature could not be stored");
        }
    }

    /// Takes cosignatures that a witness brings by itself.
    ///
    /// @throws org.parley.kernel.proof.Unproven when no witness known here made them
    Taken take(OperationId operation, Note brought) {
        var head = Checkpoint.parse(brought.text());
        var known = store.of(operation, head.size());
        if (known.isEmpty() || !Note.parse(known.get().note()).text().equals(brought.text())) {
            return new Taken.NotOurs(published(operation));
        }
        var keys =
                brought.open(witnesses.keys()).stream()
                        .map(verified -> StatedQuorum.keyName(verified.key()))
                        .collect(Collectors.toSet());
        cosignatures.addLate(
                operation,
                head.size(),
                brought.signatures().stream()
                        .filter(line -> keys.contains(StatedQuorum.keyName(line)))
                        .toList());
        return new Taken.Kept();
    }

    /// What becomes of cosignatures that are brought.
    sealed interface Taken {

        record Kept() implements Taken {}

        /// They are of a checkpoint that is not published here.
        record NotOurs(long published) implements Taken {}
    }

    private Optional<HubReadOnly> differing(OperationId operation, long stored) {
        var latest = store.latest(operation);
        if (!isWhole(operation, stored) || latest.map(Published::size).orElse(0L) > stored) {
            return Optional.of(new HubReadOnly(operation, TORN, stored, stored, ""));
        }
        return signedOtherwise(operation, stored)
                .or(() -> latest.flatMap(newest -> witnessedMore(operation, stored, newest)));
    }

    /// Whether the statements make up the tree, as far as its right edge tells.
    private boolean isWhole(OperationId operation, long stored) {
        if (store.statements(operation) != stored) {
            return false;
        }
        var edge = tiles.edge(operation, stored);
        return edge.isComplete()
                && (stored == 0 || edge.root().equals(Hash.of(store.root(operation, stored))));
    }

    private Optional<HubReadOnly> signedOtherwise(OperationId operation, long stored) {
        var signed = signer.remembered(origin(operation));
        if (signed.isEmpty() || signed.get().size() == 0) {
            return Optional.empty(); // when the signer comes back it refuses by itself
        }
        long size = signed.get().size();
        if (size > stored) {
            return Optional.of(new HubReadOnly(operation, SIGNED_MORE, stored, size, ""));
        }
        return tiles.tree(operation, size).root().equals(signed.get().root())
                ? Optional.empty()
                : Optional.of(new HubReadOnly(operation, SIGNED_OTHER, stored, size, ""));
    }

    private Optional<HubReadOnly> witnessedMore(
            OperationId operation, long stored, Published newest) {
        var note = Note.parse(newest.note());
        return witnesses
                .longer(note, Checkpoint.parse(note.text()))
                .filter(longer -> longer.size() > stored)
                .map(
                        longer ->
                                new HubReadOnly(
                                        operation,
                                        WITNESSED_MORE,
                                        stored,
                                        longer.size(),
                                        longer.witness()));
    }

    String origin(OperationId operation) {
        return settings.name() + "/" + operation;
    }

    List<WitnessStanding> witnesses(OperationId operation) {
        return cosignatures.standings(operation, origin(operation), published(operation));
    }

    boolean hasWitnesses() {
        return !witnesses.list().isEmpty();
    }

    StatedQuorum quorum(OperationId operation) {
        return cosignatures.quorum(operation);
    }

    /// How many statements a checkpoint covers for which the quorum was met.
    long quorate(OperationId operation) {
        return cosignatures.quorate(operation, published(operation));
    }

    /// The keys under which the operation's checkpoints are signed.
    List<VerifierKey> keys(OperationId operation) {
        return signer.keys(origin(operation));
    }

    /// How many statements the signer remembers having signed.
    long signed(OperationId operation) {
        return signer.remembered(origin(operation))
                .map(CheckpointSigner.Remembered::size)
                .orElse(0L);
    }

    long committed(OperationId operation) {
        return store.committed(operation);
    }

    long published(OperationId operation) {
        return store.latest(operation).map(Published::size).orElse(0L);
    }

    Optional<Published> covering(OperationId operation, long index) {
        return cosignatures.covering(operation, index);
    }

    /// The tree of `size` as a published checkpoint; empty while the signer is away or refuses.
    Optional<Published> publish(OperationId operation, long size) {
        if (readOnly.containsKey(operation)) {
            return Optional.empty();
        }
        var checkpoint = new Checkpoint(origin(operation), size, root(operation, size));
        return switch (signer.sign(
                checkpoint, since -> tiles.tree(operation, size).consistencyFrom(since))) {
            case CheckpointSigner.Answer.Signed(var signatures) -> {
                crash.at(CrashPoint.SIGNED);
                yield Optional.of(stored(operation, checkpoint, signatures));
            }
            case CheckpointSigner.Answer.Refused(long remembered) -> {
                var why = remembered > size ? SIGNED_MORE : SIGNED_OTHER;
                stop(new HubReadOnly(operation, why, size, remembered, ""));
                yield Optional.empty();
            }
            case CheckpointSigner.Answer.Away _ -> Optional.empty();
        };
    }

    /// The root as it is stored: what this node committed last it need not read back.
    private Hash root(OperationId operation, long size) {
        return tiles.root(operation, size).orElseGet(() -> Hash.of(store.root(operation, size)));
    }

    private Published stored(
            OperationId operation, Checkpoint checkpoint, List<SignatureLine> signatures) {
        var note = new Note(checkpoint.body(), signatures);
        var offered = witnesses.offer(note, checkpoint, proofs(operation, checkpoint));
        var inTime = offered.inTime();
        var signed = new Published(checkpoint.size(), note.format());
        if (inTime.isEmpty()) {
            alone.executeWithoutResult(_ -> store.add(operation, signed, clock.instant()));
        } else {
            transactions.executeWithoutResult(
                    _ -> {
                        store.add(operation, signed, clock.instant());
                        cosignatures.add(operation, checkpoint.size(), inTime);
                    });
        }
        offered.late(lines -> cosignedLate(operation, checkpoint.size(), lines));
        for (var line : inTime) {
            note = note.with(line);
        }
        var published = new Published(checkpoint.size(), note.format());
        crash.at(CrashPoint.STORED);
        return published;
    }

    private void stop(HubReadOnly why) {
        if (readOnly.put(why.operation(), why) == null) {
            LOG.atError().addKeyValue("operation", why.operation()).log(why.getMessage());
        }
    }

    /// @throws HubReadOnly when the signer remembers another history than the store has
    void refuseWhenReadOnly(OperationId operation) {
        var why = readOnly.get(operation);
        if (why != null) {
            throw why;
        }
    }

    Optional<HubReadOnly> readOnly(OperationId operation) {
        return Optional.ofNullable(readOnly.get(operation));
    }

    /// From where on reactions are still owed.
    long announced(OperationId operation) {
        return outbox.delivered(operation);
    }

    void announce(OperationId operation, long from, long size) {
        crash.at(CrashPoint.PUBLISHED);
        outbox.deliver(operation, from, size);
    }
}
