package org.parley.kernel.signer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.SignatureLine;
import org.parley.kernel.proof.VerifierKey;

/// The hub's end of the signer: starts the process and speaks with it. Safe for many threads; the
/// exchanges queue up. When the process is gone every answer is `Away` until [#reconnect()].
public final class SignerLink implements AutoCloseable {

    private static final String FAILED = "failed ";
    private static final int AGAIN = 2;

    private final SignerCommand command;
    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable SignerLine line;

    /// What was signed last for each origin over this link, so that it need not be asked each time.
    /// The signer goes by its own memory whatever is thought of it here.
    private final Map<String, SignerAnswer.Refused> signed = new ConcurrentHashMap<>();

    private SignerLink(SignerCommand command, Duration patience) {
        this.command = command;
        this.patience = patience;
    }

    /// Starts a signer on its folder with the classes that this JVM runs.
    ///
    /// @param patience how long one answer may take before the process is taken for hung and killed
    public static SignerLink start(Path folder, Duration patience) throws IOException {
        return start(SignerCommand.ofThisJvm(folder), patience);
    }

    static SignerLink start(SignerCommand command, Duration patience) throws IOException {
        var link = new SignerLink(command, patience);
        link.line = SignerLine.open(command, patience);
        return link;
    }

    /// Starts the process again if it is gone. How often is the caller's choice.
    ///
    /// @return whether there is a process to speak with
    public boolean reconnect() {
        turn.lock();
        try {
            if (line == null || !line.isOpen()) {
                close();
                line = SignerLine.open(command, patience);
            }
            return line.isOpen();
        } catch (IOException cannotStart) {
            return false;
        } finally {
            turn.unlock();
        }
    }

    /// The public keys of an origin, made when it is first asked for.
    ///
    /// @throws IOException when the signer is away
    public List<VerifierKey> keys(String origin) throws IOException {
        var words = ask("keys " + origin).getFirst().split(" ");
        return List.of(words).subList(1, words.length).stream().map(VerifierKey::parse).toList();
    }

    /// The last tree that was signed for an origin.
    ///
    /// @throws IOException when the signer is away
    public SignerAnswer.Refused last(String origin) throws IOException {
        return sizeAndRoot(ask("last " + origin).getFirst());
    }

    /// Has a checkpoint signed.
    ///
    /// @param since gives the proof from a size that the signer remembers, 1 or more and below the
    ///     checkpoint's
    public SignerAnswer sign(Checkpoint checkpoint, LongFunction<ConsistencyProof> since) {
        try {
            var known = signed.get(checkpoint.origin());
            var last = known == null ? last(checkpoint.origin()) : known;
            var answer = sign(checkpoint, last, since);
            // what it remembers is not what we thought: another's checkpoint came in between
            for (int again = 0;
                    again < AGAIN
                            && answer instanceof SignerAnswer.Refused now
                            && !now.equals(last);
                    again++) {
                last = now;
                answer = sign(checkpoint, last, since);
            }
            if (answer instanceof SignerAnswer.Signed) {
                signed.put(
                        checkpoint.origin(),
                        new SignerAnswer.Refused(checkpoint.size(), checkpoint.root()));
            } else {
                signed.remove(checkpoint.origin());
            }
            return answer;
        } catch (IOException away) {
            return new SignerAnswer.Away(String.valueOf(away.getMessage()));
        }
    }

    private SignerAnswer sign(
            Checkpoint checkpoint, SignerAnswer.Refused last, LongFunction<ConsistencyProof> since)
            throws IOException {
        boolean grown = last.lastSize() > 0 && last.lastSize() < checkpoint.size();
        var path = grown ? since.apply(last.lastSize()).path() : List.<Hash>of();
        var request = new StringBuilder("sign " + last.lastSize() + " " + path.size() + "\n");
        path.forEach(hash -> request.append(hash).append('\n'));
        request.append(checkpoint.origin()).append('\n');
        request.append(checkpoint.size()).append('\n').append(checkpoint.root());
        var lines = ask(request.toString());
        if (lines.getFirst().startsWith("refused ")) {
            return sizeAndRoot(lines.getFirst());
        }
        var signatures = lines.subList(1, lines.size());
        return new SignerAnswer.Signed(signatures.stream().map(SignatureLine::parse).toList());
    }

    private static SignerAnswer.Refused sizeAndRoot(String answer) throws IOException {
        var words = answer.split(" ");
        try {
            return new SignerAnswer.Refused(Long.parseLong(words[1]), Hash.parse(words[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            throw new IOException("the signer gave no size and root: " + answer);
        }
    }

    private List<String> ask(String request) throws IOException {
        turn.lock();
        try {
            if (line == null) {
                throw new IOException("the signer is not running");
            }
            var lines = line.ask(request, first -> first.startsWith("signed ") ? count(first) : 0);
            if (lines.getFirst().startsWith(FAILED)) {
                throw new IOException(lines.getFirst().substring(FAILED.length()));
            }
            return lines;
        } finally {
            turn.unlock();
        }
    }

    private static int count(String signed) {
        var digits = signed.substring(signed.indexOf(' ') + 1);
        if (!digits.matches("[1-9]")) {
            throw new InvalidValue("signer", "gave no count of signatures: " + signed);
        }
        return digits.charAt(0) - '0';
    }

    /// The signer's process, -1 when there is none.
    long pid() {
        return line == null ? -1 : line.pid();
    }

    @Override
    public void close() {
        turn.lock();
        try {
            if (line != null) {
                line.close();
                line = null;
            }
        } finally {
            turn.unlock();
        }
    }
}
