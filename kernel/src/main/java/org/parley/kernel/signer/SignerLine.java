package org.parley.kernel.signer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/// The pipes to one signer process. A process that does not answer in time is killed, which ends
/// the wait for its answer.
final class SignerLine implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Process process;
    private final BufferedWriter out;
    private final BufferedReader in;
    private final Duration patience;
    private boolean broken; // the process may still count as alive for a moment

    private SignerLine(Process process, Duration patience) {
        this.process = process;
        this.out = process.outputWriter(UTF_8);
        this.in = process.inputReader(UTF_8);
        this.patience = patience;
    }

    static SignerLine open(SignerCommand command, Duration patience) throws IOException {
        var process =
                new ProcessBuilder(command.words())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        return new SignerLine(process, patience);
    }

    boolean isOpen() {
        return !broken && process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /// Sends a request and reads its answer, all of it within the patience.
    ///
    /// @param more how many lines follow an answer's first
    List<String> ask(String request, ToIntFunction<String> more) throws IOException {
        var answered = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> killUnless(answered));
        try {
            send(request);
            var lines = new ArrayList<String>();
            lines.add(next());
            for (int left = more.applyAsInt(lines.getFirst()); left > 0; left--) {
                lines.add(next());
            }
            return lines;
        } finally {
            answered.countDown();
        }
    }

    private void send(String request) throws IOException {
        boolean sent = false;
        try {
            out.write(request + "\n");
            out.flush();
            sent = true;
        } finally {
            broken |= !sent;
        }
    }

    private String next() throws IOException {
        var line = in.readLine();
        if (line == null) {
            broken = true;
            throw new IOException("the signer has ended");
        }
        return line;
    }

    private void killUnless(CountDownLatch answered) {
        try {
            if (!answered.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Closes the signer's input, which ends it.
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException _) {
            // it has ended already
        }
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
