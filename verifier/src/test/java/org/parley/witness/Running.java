package org.parley.witness;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.SignatureLine;
import org.parley.kernel.proof.VerifierKey;

/// A witness as a process of its own that can be killed.
final class Running implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final Process process;
    final BufferedReader out;
    final List<VerifierKey> keys = new ArrayList<>();
    final int port;

    private Running(Process process) throws IOException {
        this.process = process;
        this.out = process.inputReader();
        var line = out.readLine();
        while (line != null && !line.startsWith("Listening")) {
            keys.add(VerifierKey.parse(line));
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("the witness ended: " + process.onExit().join().exitValue());
        }
        port = URI.create(line.substring(line.indexOf("http"))).getPort();
    }

    static Running start(Class<?> main, Path folder, FakeHub hub) throws IOException {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        words.addAll(List.of("-cp", classPath(main), main.getName(), "witness"));
        words.addAll(List.of("--data", folder.toString(), "--name", "north.example"));
        words.addAll(List.of("--log", hub.key.verifier().toString()));
        words.addAll(List.of("--log", hub.secondKey.verifier().toString(), "--port", "0"));
        return new Running(
                new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    private static String classPath(Class<?> main) {
        var separator = System.getProperty("path.separator");
        return System.getProperty("java.class.path")
                + separator
                + place(WitnessCommand.class)
                + separator
                + place(main)
                + separator
                + place(Note.class);
    }

    private static String place(Class<?> type) {
        return Path.of(
                        URI.create(
                                type.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()))
                .toString();
    }

    HttpResponse<String> post(String body) throws IOException {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:%d/add-checkpoint".formatted(port)))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(stop);
        }
    }

    HttpResponse<String> get(String path) throws IOException {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(stop);
        }
    }

    /// Whether these lines are this witness's cosignatures of the checkpoint, of both kinds.
    boolean cosigned(String lines, Note note) {
        var signatures = lines.lines().map(SignatureLine::parse).toList();
        return new Note(note.text(), signatures).open(keys).size() == 2;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
