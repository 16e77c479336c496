package org.parley.hub.journal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.proof.Checkpoint;
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
    private final List<Witness> witnesses;
    private final Outbox outbox;
    private final TransactionTemplate transactions;
    private final JournalSettings settings;
    private final InstantSource clock;
    private final CrashPoint.Hook crash;
    private final Map<OperationId, HubReadOnly> readOnly = new ConcurrentHashMap<>();

    Checkpoints(
            CheckpointStore store,
            Tiles tiles,
            CheckpointSigner signer,
            List<Witness> witnesses,
            Outbox outbox,
            @Qualifier("writer") TransactionTemplate transactions,
            JournalSettings settings,
            InstantSource clock,
            CrashPoint.Hook crash) {
        this.store = store;
        this.tiles = tiles;
        this.signer = signer;
        this.witnesses = List.copyOf(witnesses);
        this.outbox = outbox;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        this.crash = crash;
    }

    /// Before an operation's line starts: delivers what a crash left owed, and takes nothing more
    /// when the signer remembers more than the store has.
    void begin(OperationId operation) {
        long stored = store.committed(operation);
        long signed = signer.lastSigned(origin(operation));
        if (signed > stored) {
            stop(operation, stored, signed);
        }
        outbox.catchUp(operation, published(operation));
    }

    private String origin(OperationId operation) {
        return settings.name() + "/" + operation;
    }

    /// The keys under which the operation's checkpoints are signed.
    List<VerifierKey> keys(OperationId operation) {
        return signer.keys(origin(operation));
    }

    /// How many statements the signer remembers having signed.
    long signed(OperationId operation) {
        return signer.lastSigned(origin(operation));
    }

    long committed(OperationId operation) {
        return store.committed(operation);
    }

    long published(OperationId operation) {
        return store.latest(operation).map(Published::size).orElse(0L);
    }

    Optional<Published> covering(OperationId operation, long index) {
        return store.covering(operation, index);
    }

    /// The tree of `size` as a published checkpoint; empty while the signer is away or refuses.
    Optional<Published> publish(OperationId operation, long size) {
        var checkpoint =
                new Checkpoint(origin(operation), size, Hash.of(store.root(operation, size)));
        return switch (signer.sign(
                checkpoint, since -> tiles.tree(operation, size).consistencyFrom(since))) {
            case CheckpointSigner.Answer.Signed(var signatures) -> {
                crash.at(CrashPoint.SIGNED);
                yield Optional.of(stored(operation, checkpoint, signatures));
            }
            case CheckpointSigner.Answer.Refused(long remembered) -> {
                stop(operation, size, remembered);
                yield Optional.empty();
            }
            case CheckpointSigner.Answer.Away _ -> Optional.empty();
        };
    }

    private Published stored(
            OperationId operation, Checkpoint checkpoint, List<SignatureLine> signatures) {
        var note = new Note(checkpoint.body(), signatures);
        for (var witness : witnesses) {
            for (var cosignature : witness.cosign(operation, note, tiles)) {
                note = note.with(cosignature);
            }
        }
        var published = new Published(checkpoint.size(), note.format());
        transactions.executeWithoutResult(_ -> store.add(operation, published, clock.instant()));
        crash.at(CrashPoint.STORED);
        tiles.warm(operation, checkpoint.size());
        return published;
    }

    private void stop(OperationId operation, long stored, long remembered) {
        var why = new HubReadOnly(operation, stored, remembered);
        if (readOnly.put(operation, why) == null) {
            LOG.atError().addKeyValue("operation", operation).log(why.getMessage());
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

    void announce(OperationId operation, long from, long size) {
        crash.at(CrashPoint.PUBLISHED);
        outbox.deliver(operation, from, size);
    }
}
