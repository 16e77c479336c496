package org.parley.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The hub under test as a process, on a free port, in a data folder of its own that goes with it.
final class HubProcess implements AutoCloseable {

    private final Process process;
    private final Path data;
    private final int port;
    private final String token;

    private HubProcess(Process process, Path data, int port, String token) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.token = token;
    }

    static HubProcess start(String... settings) throws IOException {
        var data = Files.createTempDirectory("parley-bench-");
        return start(data, settings);
    }

    static HubProcess start(Path data, String... settings) throws IOException {
        int port = freePort();
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-Xmx384m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                BenchHub.class.getName(),
                                "--server.port=" + port,
                                "--parley.data=" + data,
                                "--parley.journal.signer=" + data.resolve("signer"),
                                "--parley.journal.patience=20s",
                                "--parley.api.person=0",
                                "--parley.api.organisation=0"));
        command.addAll(Arrays.asList(settings));
        var builder =
                new ProcessBuilder(command).redirectError(data.resolve("bench-hub.log").toFile());
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2"); // as the launcher does
        var process = builder.start();
        return new HubProcess(process, data, port, token(process, data));
    }

    private static String token(Process process, Path data) throws IOException {
        var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(BenchHub.READY)) {
                Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
                return line.substring(BenchHub.READY.length());
            }
        }
        throw new IOException(
                "The hub did not start: " + Files.readString(data.resolve("bench-hub.log")));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    String token() {
        return token;
    }

    HttpLine line() throws IOException {
        return new HttpLine(port, token);
    }

    /// What the process holds in memory, in MiB (VmRSS).
    long residentMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid()))).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /// The embedded database's port, as its own lock file says.
    int databasePort() throws IOException {
        return Integer.parseInt(
                Files.readAllLines(data.resolve("database/cluster/postmaster.pid")).get(3).trim());
    }

    String databasePassword() throws IOException {
        return Files.readString(data.resolve("secrets/postgres")).trim();
    }

    /// Stops the hub and keeps its data.
    Path stop() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return data;
    }

    @Override
    public void close() {
        delete(stop());
    }

    static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException leftBehind) {
            throw new UncheckedIOException(leftBehind);
        }
    }
}
