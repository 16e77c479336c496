package org.parley.bench;

import java.time.Duration;

/// What it costs that each reader sees only what is theirs: the same read with clearance and row
/// security, and without either, in turn.
final class ClearanceCost {

    private final long statements;
    private final Duration length;
    private final int rounds;

    ClearanceCost(long statements, Duration length, int rounds) {
        this.statements = statements;
        this.length = length;
        this.rounds = rounds;
    }

    String run() throws Exception {
        var rows =
                new StringBuilder(
                        "| read | how | reads/s of 1 client, median (least–most) | p99 ms | open ÷ this |\n"
                                + "|---|---|---|---|---|\n");
        try (var hub = HubProcess.start();
                var line = hub.line()) {
            var filled = line.post("/bench/fill?until=" + statements, "{}");
            if (filled.status() != 200) {
                throw new IllegalStateException(filled.text());
            }
            warmUp(hub);
            for (int limit : new int[] {1, 50}) {
                var contest =
                        new Rounds()
                                .with("open", () -> load(hub, "open", limit))
                                .with("with clearance", () -> load(hub, "cleared", limit))
                                .run(rounds);
                rows.append(contest.rows(limit == 1 ? "newest statement" : "newest 50"));
            }
        }
        return rows.toString();
    }

    /// What the hub has yet to compile would count against whoever comes first.
    private void warmUp(HubProcess hub) throws Exception {
        for (int turn = 0; turn < 2; turn++) {
            for (int limit : new int[] {1, 50}) {
                load(hub, "open", limit);
                load(hub, "cleared", limit);
            }
        }
    }

    private Load.Result load(HubProcess hub, String how, int limit) throws Exception {
        var address = "/bench/statements/%s?limit=%d".formatted(how, limit);
        return Load.run(
                1,
                length.dividedBy(5),
                length,
                _ -> {
                    var line = hub.line();
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
