package org.parley.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;

/// A hub as people start it, by the launcher, on a free port.
///
/// @param seconds from the command to the first healthy answer
record Launched(Process process, int port, double seconds, Path log) implements AutoCloseable {

    /// @param command `serve` or `demo`
    static Launched start(Path launcher, String command, Path data) throws Exception {
        int port = freePort();
        var log = data.resolve(command + ".log");
        long from = System.nanoTime();
        var process =
                new ProcessBuilder(
                                launcher.toString(),
                                command,
                                "--port",
                                Integer.toString(port),
                                "--data",
                                data.resolve("data").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        while (!isHealthy(port)) {
            if (!process.isAlive()) {
                throw new IOException(Files.readString(log));
            }
            Thread.sleep(10);
        }
        return new Launched(process, port, (System.nanoTime() - from) / 1e9, log);
    }

    private static boolean isHealthy(int port) {
        try (var line = new HttpLine(port, "")) {
            return line.get("/health").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// What the largest of its processes, the hub, holds in memory, in MiB (VmRSS).
    long residentMebibytes() throws IOException {
        long most = 0;
        var all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        for (var one : all) {
            var status = Path.of("/proc/%d/status".formatted(one.pid()));
            if (Files.exists(status)) {
                for (var line : Files.readAllLines(status)) {
                    if (line.startsWith("VmRSS:")) {
                        most = Math.max(most, Long.parseLong(line.replaceAll("\\D", "")) / 1024);
                    }
                }
            }
        }
        return most;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(30, TimeUnit.SECONDS);
    }
}
