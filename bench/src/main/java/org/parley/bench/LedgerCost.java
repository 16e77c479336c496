package org.parley.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/// What it costs that reads of exact records are taken down, and what the ledger of silence costs
/// to ask: the same record read by its originator, of whom nothing is taken down, and by somebody
/// to whom it is addressed; and the ledger beside a list of as many statements.
final class LedgerCost {

    private static final String READ = "read one exact record";
    private static final String LIST = "newest 50";

    private final long statements;
    private final Duration length;
    private final int rounds;

    LedgerCost(long statements, Duration length, int rounds) {
        this.statements = statements;
        this.length = length;
        this.rounds = rounds;
    }

    String run() throws Exception {
        try (var hub = HubProcess.start();
                var line = hub.line()) {
            var others = line.post("/bench/stranger", "{}").text();
            var filled = line.post("/bench/fill?until=" + statements, "{}");
            if (filled.status() != 200) {
                throw new IllegalStateException(filled.text());
            }
            var id = exact(line);
            var record = "/api/v1/operations/bench/statements/bench-partner/" + id;
            var reads =
                    new Rounds()
                            .with("by its originator", () -> load(hub, hub.token(), record))
                            .with("by another, taken down", () -> load(hub, others, record))
                            .run(rounds);
            var lists =
                    new Rounds()
                            .with(
                                    "statements",
                                    () ->
                                            load(
                                                    hub,
                                                    hub.token(),
                                                    "/api/v1/operations/bench/statements?limit=50"))
                            .with(
                                    "ledger of silence",
                                    () ->
                                            load(
                                                    hub,
                                                    hub.token(),
                                                    "/api/v1/operations/bench/silence?limit=50"))
                            .run(rounds);
            return String.format(
                            Locale.ROOT,
                            "%,d statements%n%n| what | how | per second of 1 client, median (least–most) | p99 ms | first ÷ this |%n|---|---|---|---|---|%n",
                            statements)
                    + reads.rows(READ)
                    + lists.rows(LIST);
        }
    }

    private static String exact(HttpLine line) throws IOException {
        var id = UUID.randomUUID().toString();
        var said =
                line.post(
                        "/api/v1/operations/bench/statements",
                        """
                        {"id":"%s","type":"places.site-described","label":{"audience":[{"to":"organisations",
                         "organisations":["bench-others"],"upTo":"F3"}],"sensitivity":"high"},"says":{"site":"depot",
                         "kind":"warehouse","names":{"common":{"en":"Depot"}},"position":{"longitude":1.5,"latitude":2.5}}}"""
                                .formatted(id));
        if (said.status() != 201) {
            throw new IllegalStateException(said.text());
        }
        return id;
    }

    private Load.Result load(HubProcess hub, String token, String address) throws Exception {
        return Load.run(
                1,
                length.dividedBy(5),
                length,
                _ -> {
                    var line = new HttpLine(hub.port(), token);
                    return () -> {
                        var answer = line.get(address);
                        if (answer.status() != 200) {
                            throw new IllegalStateException(
                                    address + " answered " + answer.status());
                        }
                    };
                });
    }
}
