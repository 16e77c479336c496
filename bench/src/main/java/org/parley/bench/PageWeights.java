package org.parley.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// What the pages of a running demo weigh over the line, gzipped: the page by itself, and as a
// first
/// view with its style sheet and scripts. Bytes divided by 1,000.
final class PageWeights {

    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
    private static final List<String> PAGES =
            List.of(
                    "/o/exercise",
                    "/o/exercise/flow",
                    "/o/exercise/flow/table",
                    "/o/exercise/flow/bottlenecks",
                    "/o/exercise/flow/CN-31-00078",
                    "/o/exercise/places",
                    "/o/exercise/partners",
                    "/o/exercise/journal",
                    "/o/exercise/import",
                    "/o/exercise/summary",
                    "/o/gaza-2025");

    private final int port;
    private final String session;

    /// @param session the token of a signed-in demo account
    PageWeights(int port, String session) {
        this.port = port;
        this.session = session;
    }

    String run() throws IOException {
        var rows =
                new StringBuilder(
                        "| page | KB by itself | KB as first view | ms, median of 9 |\n|---|---|---|---|\n");
        try (var line = new HttpLine(port, session)) {
            for (var page : PAGES) {
                var answer = line.get(page, "Accept-Encoding: gzip", "Accept: text/html");
                if (answer.status() != 200) {
                    rows.append("| %s | answered %d | | |%n".formatted(page, answer.status()));
                    continue;
                }
                rows.append(
                        String.format(
                                Locale.ROOT,
                                "| %s | %.1f | %.1f | %.0f |%n",
                                page,
                                answer.body().length / 1e3,
                                (answer.body().length + assets(line, answer)) / 1e3,
                                median(line, page)));
            }
        }
        return rows.toString();
    }

    private static double median(HttpLine line, String page) throws IOException {
        var taken = new ArrayList<Double>();
        for (int i = 0; i < 9; i++) {
            long from = System.nanoTime();
            line.get(page, "Accept-Encoding: gzip", "Accept: text/html");
            taken.add((System.nanoTime() - from) / 1e6);
        }
        return taken.stream().sorted().skip(4).findFirst().orElseThrow();
    }

    private static long assets(HttpLine line, HttpLine.Answer page) throws IOException {
        var html =
                new String(
                        new GZIPInputStream(new ByteArrayInputStream(page.body())).readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        Set<String> assets = new LinkedHashSet<>();
        ASSET.matcher(html).results().forEach(found -> assets.add(found.group(1)));
        long bytes = 0;
        for (var asset : assets) {
            bytes += line.get(asset, "Accept-Encoding: gzip").body().length;
        }
        return bytes;
    }
}
