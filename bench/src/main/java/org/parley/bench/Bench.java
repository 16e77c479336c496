package org.parley.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Runs one measurement, or all, and prints Markdown for docs/benchmarks.md.
public final class Bench {

    private static final String USAGE =
            "bench writes|imports|rebuild|reads|clearance|ledgers|timing|starts|pages [--short]; ./parley bench --help says more%n";

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var given = List.of(arguments);
        boolean brief = given.contains("--short");
        var length = Duration.ofSeconds(number(given, "--seconds", brief ? 2 : 10));
        int rounds = number(given, "--rounds", brief ? 1 : 3);
        int statements = number(given, "--statements", brief ? 20_000 : 1_000_000);
        var table =
                switch (given.isEmpty() ? "" : given.getFirst()) {
                    case "writes" -> new Writes(length, length, rounds).run();
                    case "imports" -> new ImportRate(brief ? 10_000 : 100_000, rounds).run();
                    case "rebuild" -> new RebuildRate(rounds).run();
                    case "reads" -> new Reads(statements, length, rounds).run();
                    case "clearance" ->
                            new ClearanceCost(Math.min(statements, 50_000), length, rounds).run();
                    case "ledgers" ->
                            new LedgerCost(Math.min(statements, 20_000), length, rounds).run();
                    case "timing" ->
                            new Timing(
                                            brief ? 20 : number(given, "--pairs", 250),
                                            "--parley.api.beat=%dms"
                                                    .formatted(number(given, "--beat", 20)))
                                    .run();
                    case "starts" -> new Starts(Path.of(given.getLast())).run();
                    case "pages" -> new PageWeights(Path.of(given.getLast())).run();
                    default -> {
                        System.err.printf(USAGE);
                        System.exit(2);
                        yield "";
                    }
                };
        System.out.println(table);
    }

    private static int number(List<String> given, String flag, int usual) {
        int at = given.indexOf(flag);
        return at < 0 ? usual : Integer.parseInt(given.get(at + 1));
    }
}
