package org.parley.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// From the command to the first healthy answer, as `./parley serve` starts the hub: in an empty
/// data folder and in one that has been used; what it then holds in memory; and what pages weigh.
final class Starts {

    private static final int WARM = 5;

    private final Path launcher;

    Starts(Path launcher) {
        this.launcher = launcher;
    }

    String run() throws Exception {
        var data = Files.createTempDirectory("parley-starts-");
        var rows =
                new StringBuilder("| start | seconds to ready | resident MiB |\n|---|---|---|\n");
        try {
            rows.append(row("empty data folder", List.of(start(data))));
            var warm = new ArrayList<Started>();
            for (int i = 0; i < WARM; i++) {
                warm.add(start(data));
            }
            rows.append(row("used data folder, median of " + WARM, warm));
        } finally {
            HubProcess.delete(data);
        }
        return rows.toString();
    }

    private record Started(double seconds, long mebibytes) {}

    private static String row(String what, List<Started> all) {
        var seconds = all.stream().mapToDouble(Started::seconds).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "| %s | %.1f (%.1f–%.1f) | %d |%n",
                what,
                seconds[seconds.length / 2],
                seconds[0],
                seconds[seconds.length - 1],
                all.getLast().mebibytes());
    }

    private Started start(Path data) throws Exception {
        int port = freePort();
        long from = System.nanoTime();
        var process =
                new ProcessBuilder(
                                launcher.toString(),
                                "serve",
                                "--port",
                                Integer.toString(port),
                                "--data",
                                data.resolve("data").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(data.resolve("serve.log").toFile())
                        .start();
        try {
            while (!isHealthy(port)) {
                if (!process.isAlive()) {
                    throw new IOException(Files.readString(data.resolve("serve.log")));
                }
                Thread.sleep(10);
            }
            double seconds = (System.nanoTime() - from) / 1e9;
            return new Started(seconds, resident(process.toHandle()));
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static boolean isHealthy(int port) {
        try (var line = new HttpLine(port, "")) {
            return line.get("/health").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// The largest of the launcher's processes is the hub.
    private static long resident(ProcessHandle launched) throws IOException {
        long most = 0;
        var all = new ArrayList<>(launched.descendants().toList());
        all.add(launched);
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

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
