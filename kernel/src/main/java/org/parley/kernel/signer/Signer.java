package org.parley.kernel.signer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.Rfc6962;
import org.parley.kernel.proof.VerifierKey;

/// Signs a checkpoint if it extends the last one that was signed for its origin, and remembers it
/// on disk before the signatures leave. Used by one thread.
final class Signer {

    private final Path folder;
    private final InstantSource clock;
    private final Runnable onceRemembered;
    private final Map<String, OriginFolder> origins = new HashMap<>();

    /// @param onceRemembered runs between remembering and answering, where tests let it die
    Signer(Path folder, InstantSource clock, Runnable onceRemembered) {
        this.folder = folder;
        this.clock = clock;
        this.onceRemembered = onceRemembered;
    }

    List<VerifierKey> keys(String origin) throws IOException {
        return origin(origin).keys().stream().map(key -> key.verifier()).toList();
    }

    Remembered last(String origin) throws IOException {
        return origin(origin).last();
    }

    /// The remembered signatures: of the checkpoint asked for, or, when it does not extend what was
    /// signed before, of the one that it contradicts.
    ///
    /// @param since the size that the proof is from
    /// @param path the consistency proof; empty from size 0 and when nothing was added
    Remembered sign(long since, List<Hash> path, Checkpoint checkpoint) throws IOException {
        var origin = origin(checkpoint.origin());
        var last = origin.last();
        if (checkpoint.equals(last.checkpoint()) && !last.isNothing()) {
            return last;
        }
        if (!checkpoint.extensions().isEmpty()) {
            throw new InvalidValue("checkpoint", "must have no extension lines");
        }
        if (since != last.checkpoint().size()
                || !extendsLast(last.checkpoint(), path, checkpoint)) {
            return last;
        }
        long now = clock.instant().getEpochSecond();
        // by all keys at once, since everybody waits for the slowest
        var lines = origin.keys().parallelStream().map(key -> key.sign(checkpoint, now)).toList();
        var next = new Remembered(checkpoint, lines);
        origin.remember(next);
        onceRemembered.run();
        return next;
    }

    private static boolean extendsLast(Checkpoint last, List<Hash> path, Checkpoint next) {
        if (next.size() == 0) {
            return last.size() == 0 && next.root().equals(Rfc6962.EMPTY_ROOT);
        }
        if (last.size() == 0) {
            return path.isEmpty(); // every tree extends the empty one
        }
        return next.size() > last.size()
                && new ConsistencyProof(last.size(), next.size(), path)
                        .proves(last.root(), next.root());
    }

    private OriginFolder origin(String origin) throws IOException {
        var known = origins.get(origin);
        if (known == null) {
            known = OriginFolder.open(folder, origin);
            origins.put(origin, known);
        }
        return known;
    }
}
