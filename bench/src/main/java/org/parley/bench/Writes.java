package org.parley.bench;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Durable, receipted writes through HTTP: each answer is a 201 with the receipt in it. Beside: a
/// plain durable insert through the same server, rows chained by hashes, bare
/// commits, and what the server answers when there is nothing to do.
final class Writes {

    private static final int RECORD = 432;
    private static final String STATEMENTS_AT = "/api/v1/operations/bench/statements";
    private static final int WARMING = 32;
    private static final int[] CLIENTS = {1, 16, 64};

    private final Duration warmUp;
    private final Duration length;
    private final int rounds;

    Writes(Duration warmUp, Duration length, int rounds) {
        this.warmUp = warmUp;
        this.length = length;
        this.rounds = rounds;
    }

    String run() throws Exception {
        var rows =
                new StringBuilder(
                        "| clients | what | writes/s, median (least–most) | p99 ms | Parley ÷ this |\n"
                                + "|---|---|---|---|---|\n");
        try (var hub = HubProcess.start()) {
            makePeers(hub);
            var bare =
                    BareCommits.program().isPresent()
                            ? new BareCommits(hub, BareCommits.program().get(), RECORD)
                            : null;
            warm(hub);
            for (int clients : CLIENTS) {
                var contest =
                        new Rounds()
                                .with(
                                        "Parley, receipted",
                                        () ->
                                                load(
                                                        hub,
                                                        clients,
                                                        _ -> statement(hub, STATEMENTS_AT)))
                                .with(
                                        "plain insert, same server",
                                        () -> load(hub, clients, n -> post(hub, Peers.PLAIN_AT)))
                                .with(
                                        "hash-chained rows, same server",
                                        () -> load(hub, clients, n -> post(hub, Peers.CHAINED_AT)))
                                .with(
                                        "an answer without work, same filters",
                                        () ->
                                                load(
                                                        hub,
                                                        clients,
                                                        _ -> statement(hub, Peers.NOTHING_AT)));
                if (bare != null) {
                    contest.with("pgbench, bare commits", () -> bare.run(clients, length));
                } else {
                    System.err.println("pgbench is not installed: bare commits are left out");
                }
                rows.append(contest.run(rounds).rows(Integer.toString(clients)));
            }
            rows.append(
                    "\nHub resident after the run: %d MiB%n".formatted(hub.residentMebibytes()));
        }
        return rows.toString();
    }

    /// A hub that has run for a while is what is measured: Java compiles what is used most while it
    /// is used.
    private void warm(HubProcess hub) throws Exception {
        for (int turn = 0; turn < 2; turn++) {
            for (Made made :
                    List.<Made>of(
                            _ -> statement(hub, STATEMENTS_AT),
                            _ -> post(hub, Peers.PLAIN_AT),
                            _ -> post(hub, Peers.CHAINED_AT),
                            _ -> statement(hub, Peers.NOTHING_AT))) {
                Load.run(WARMING, Duration.ZERO, warmUp.multipliedBy(2), _ -> made.of(hub));
            }
        }
    }

    private interface Made {
        Load.Client of(HubProcess hub) throws Exception;
    }

    private Load.Result load(HubProcess hub, int clients, Made made) throws Exception {
        return Load.run(clients, warmUp, length, _ -> made.of(hub));
    }

    private static Load.Client statement(HubProcess hub, String path) throws Exception {
        var random = RandomGenerator.of("L64X128MixRandom");
        var line = hub.line();
        return client(
                line,
                path,
                () ->
                        """
                        {"id":"%s","type":"partners.seat-reported","says":{"partner":"bench-partner","stage":"seated","on":"2026-02-01","headcount":%d,"approximate":false},"claimedAt":"2026-02-01T10:00:00Z","seen":null}"""
                                .formatted(
                                        new UUID(random.nextLong(), random.nextLong()),
                                        random.nextInt(1_000)));
    }

    private static Load.Client post(HubProcess hub, String path) throws Exception {
        var record = "\"" + "x".repeat(RECORD - 2) + "\"";
        return client(hub.line(), path, () -> record);
    }

    private interface Body {
        String next();
    }

    private static Load.Client client(HttpLine line, String path, Body body) {
        return new Load.Client() {
            @Override
            public void once() throws Exception {
                var answer =
                        line.send(
                                "POST",
                                path,
                                body.next().getBytes(StandardCharsets.UTF_8),
                                "application/json");
                if (answer.status() != 201) {
                    throw new IllegalStateException(
                            "%s answered %d: %s".formatted(path, answer.status(), answer.text()));
                }
            }

            @Override
            public void close() throws Exception {
                line.close();
            }
        };
    }

    private static void makePeers(HubProcess hub) throws Exception {
        var url = "jdbc:postgresql://127.0.0.1:%d/parley".formatted(hub.databasePort());
        try (var connection = DriverManager.getConnection(url, "postgres", hub.databasePassword());
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE access.bench_plain (record text NOT NULL);
                    CREATE TABLE access.bench_chained (record text NOT NULL, hash bytea NOT NULL);
                    CREATE TABLE access.bench_head (hash bytea NOT NULL);
                    INSERT INTO access.bench_head VALUES ('');
                    GRANT SELECT, INSERT, UPDATE ON access.bench_plain, access.bench_chained,
                          access.bench_head TO PUBLIC
                    """);
        }
    }
}
