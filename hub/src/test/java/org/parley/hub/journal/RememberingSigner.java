package org.parley.hub.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.KeyKind;
import org.parley.kernel.proof.Rfc6962;
import org.parley.kernel.proof.SigningKey;
import org.parley.kernel.proof.VerifierKey;

/// A signer within the test's own process: keeps the signer's rules and forgets with the test.
public final class RememberingSigner implements CheckpointSigner {

    private final SigningKey key = SigningKey.generate("parley.example/exercise", KeyKind.ED25519);
    private final Map<String, Checkpoint> last = new HashMap<>();
    private volatile boolean away;

    public VerifierKey verifier() {
        return key.verifier();
    }

    /// Lets the signer be unreachable, or come back.
    public void setAway(boolean away) {
        this.away = away;
    }

    /// Lets the signer remember a log that it was never shown here, as after a restored backup.
    public synchronized void remember(Checkpoint checkpoint) {
        last.put(checkpoint.origin(), checkpoint);
    }

    @Override
    public synchronized Answer sign(Checkpoint checkpoint, LongFunction<ConsistencyProof> since) {
        if (away) {
            return new Answer.Away();
        }
        var before = last.get(checkpoint.origin());
        if (before != null && before.size() > 0 && !extend(before, checkpoint, since)) {
            return new Answer.Refused(before.size());
        }
        last.put(checkpoint.origin(), checkpoint);
        return new Answer.Signed(List.of(key.sign(checkpoint, 0)));
    }

    @Override
    public List<VerifierKey> keys(String origin) {
        return away ? List.of() : List.of(verifier());
    }

    @Override
    public synchronized Optional<Remembered> remembered(String origin) {
        var before = last.get(origin);
        return away
                ? Optional.empty()
                : Optional.of(
                        before == null
                                ? new Remembered(0, Rfc6962.EMPTY_ROOT)
                                : new Remembered(before.size(), before.root()));
    }

    private static boolean extend(
            Checkpoint before, Checkpoint after, LongFunction<ConsistencyProof> since) {
        return after.size() >= before.size() // a proof is asked for only then
                && since.apply(before.size()).proves(before.root(), after.root());
    }
}
