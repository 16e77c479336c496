package org.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// PostgreSQL by itself: `pgbench` commits one row of the same size at a time into the very server
/// that the hub uses, with nothing of the hub in between.
final class BareCommits {

    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"), Path.of("/opt/homebrew/bin"));

    private final HubProcess hub;
    private final Path program;
    private final Path folder;

    BareCommits(HubProcess hub, Path program, int bytes) throws IOException, SQLException {
        this.hub = hub;
        this.program = program;
        this.folder = Files.createTempDirectory("parley-pgbench-");
        Files.writeString(
                folder.resolve("insert.sql"),
                "INSERT INTO bench_bare (record) VALUES ('%s');%n".formatted("x".repeat(bytes)));
        try (var connection =
                        DriverManager.getConnection(url(), "postgres", hub.databasePassword());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS bench_bare (record text NOT NULL)");
        }
    }

    static Optional<Path> program() {
        return Stream.concat(
                        Stream.of(System.getenv("PATH").split(":", -1)).map(Path::of),
                        PLACES.stream())
                .map(place -> place.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private String url() throws IOException {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(hub.databasePort());
    }

    Load.Result run(int clients, Duration length) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(
                                program.toString(),
                                "--no-vacuum",
                                "--protocol=prepared",
                                "--client=" + clients,
                                "--jobs=" + Math.min(2, clients),
                                "--time=" + length.toSeconds(),
                                "--file=insert.sql",
                                "--log",
                                "--host=127.0.0.1",
                                "--port=" + hub.databasePort(),
                                "--username=postgres",
                                "postgres")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out.txt").toFile());
        builder.environment().put("PGPASSWORD", hub.databasePassword());
        if (builder.start().waitFor() != 0) {
            throw new IOException(Files.readString(folder.resolve("out.txt")));
        }
        return result();
    }

    // Each line of the log: client, transaction, microseconds, …
    private Load.Result result() throws IOException {
        double perSecond =
                Files.readAllLines(folder.resolve("out.txt")).stream()
                        .filter(line -> line.startsWith("tps = "))
                        .mapToDouble(line -> Double.parseDouble(line.substring(6).split(" ", 2)[0]))
                        .findFirst()
                        .orElseThrow();
        try (var logs = Files.newDirectoryStream(folder, "pgbench_log.*")) {
            var all = Stream.<String>builder();
            for (var log : logs) {
                Files.readAllLines(log).forEach(all);
                Files.delete(log);
            }
            var taken =
                    all.build()
                            .mapToLong(line -> Long.parseLong(line.split(" ", 4)[2]))
                            .sorted()
                            .toArray();
            return new Load.Result(
                    perSecond,
                    taken[taken.length / 2] / 1e3,
                    taken[(int) (taken.length * 0.99)] / 1e3);
        }
    }
}
