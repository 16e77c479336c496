package org.parley.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        try (var hub = Launched.start(launcher, "serve", data)) {
            return new Started(hub.seconds(), hub.residentMebibytes());
        }
    }
}
