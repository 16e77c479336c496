package org.parley.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// The same read of the present and as known at a past moment, in turn, over a log of many
/// statements.
final class Reads {

    private static final String API = "/api/v1/operations/bench";

    /// An answer is waited for two minutes at most.
    private static final long FILLED_AT_ONCE = 50_000;

    private final long statements;
    private final Duration length;
    private final int rounds;

    Reads(long statements, Duration length, int rounds) {
        this.statements = statements;
        this.length = length;
        this.rounds = rounds;
    }

    String run() throws Exception {
        var rows =
                new StringBuilder(
                        "| read | when | reads/s of 1 client, median (least–most) | p99 ms | now ÷ this |\n"
                                + "|---|---|---|---|---|\n");
        try (var hub = HubProcess.start();
                var line = hub.line()) {
            long from = System.nanoTime();
            for (long until = 0; until < statements; ) {
                until = Math.min(statements, until + FILLED_AT_ONCE);
                var filled = line.post("/bench/fill?until=" + until, "{}");
                if (filled.status() != 200) {
                    throw new IllegalStateException(filled.text());
                }
            }
            double seconds = (System.nanoTime() - from) / 1e9;
            System.err.printf("  filled at %.0f statements/s%n", statements / seconds);
            for (var read : reads().entrySet()) {
                var contest =
                        new Rounds()
                                .with("now", () -> load(hub, read.getValue(), ""))
                                .with(
                                        "as of 90 % of the log",
                                        () ->
                                                load(
                                                        hub,
                                                        read.getValue(),
                                                        "asOf=" + statements * 9 / 10))
                                .run(rounds);
                rows.append(contest.rows(read.getKey()));
            }
            rows.append(
                    "%nFilled with %,d statements at %,.0f/s. Hub resident afterwards: %d MiB%n"
                            .formatted(statements, statements / seconds, hub.residentMebibytes()));
        }
        return rows.toString();
    }

    private static Map<String, String> reads() {
        var reads = new LinkedHashMap<String, String>();
        reads.put("50 statements", API + "/statements?limit=50");
        reads.put("50 consignments", API + "/consignments?limit=50");
        reads.put("one consignment whole", API + "/consignments/CN-0001000");
        reads.put("page of one consignment", "/o/bench/flow/CN-0001000");
        reads.put("page of the journal", "/o/bench/journal");
        reads.put("page of the board", "/o/bench/flow");
        return reads;
    }

    private Load.Result load(HubProcess hub, String path, String moment) throws Exception {
        var address = path + (path.contains("?") ? "&" : "?") + moment;
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
