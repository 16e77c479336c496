package org.parley.bench;

import java.time.Duration;
import java.util.List;

/// Runs one measurement, or all, and prints Markdown for docs/benchmarks.md.
public final class Bench {

    private static final String USAGE =
            """
            bench writes|imports|reads|starts|all [--short]
              writes   durable, receipted writes through HTTP beside plain PostgreSQL
              imports  rows of a file a second beside COPY
              reads    as known at a past moment beside now, at a million statements
              starts   from nothing and warm; memory; weight of the pages
              --short  a tenth of the time, to try the drivers themselves
            """;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var given = List.of(arguments);
        var what = given.isEmpty() ? "" : given.getFirst();
        boolean brief = given.contains("--short");
        boolean all = what.equals("all");
        boolean known = all;
        if (all || what.equals("writes")) {
            known = true;
            System.out.println(
                    new Writes(
                                    Duration.ofSeconds(brief ? 2 : 10),
                                    Duration.ofSeconds(brief ? 2 : 10),
                                    brief ? 1 : 3)
                            .run());
        }
        if (all || what.equals("imports")) {
            known = true;
            System.out.println(new ImportRate(brief ? 10_000 : 100_000, brief ? 1 : 3).run());
        }
        if (!known) {
            System.err.print(USAGE);
            System.exit(2);
        }
    }
}
