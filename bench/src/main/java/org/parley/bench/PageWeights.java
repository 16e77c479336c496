package org.parley.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// What the pages of a running demo weigh over the line, gzipped: the page by itself, and as a
/// first view with its style sheet and scripts. Bytes divided by 1,000.
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

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /// How long the demo may tell its past in the background before the pages are weighed.
    private static final Duration TELLING = Duration.ofSeconds(90);

    private final Path launcher;

    PageWeights(Path launcher) {
        this.launcher = launcher;
    }

    String run() throws Exception {
        var data = Files.createTempDirectory("parley-pages-");
        try (var demo = Launched.start(launcher, "demo", data)) {
            Thread.sleep(TELLING);
            return rows(demo.port(), session(demo.port()))
                    + String.format(
                            Locale.ROOT,
                            "%nDemo from an empty folder: %.1f s to ready. Resident afterwards: %d MiB%n",
                            demo.seconds(),
                            demo.residentMebibytes());
        } finally {
            HubProcess.delete(data);
        }
    }

    private static String session(int port) throws Exception {
        var cookies = new CookieManager();
        try (var http = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            var address = URI.create("http://127.0.0.1:" + port + "/sign-in");
            var page = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            var token = TOKEN.matcher(page.body());
            var form =
                    "account=ex-watch&_csrf="
                            + (token.find()
                                    ? URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)
                                    : "");
            http.send(
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.discarding());
        }
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("parley_session"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static String rows(int port, String session) throws IOException {
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
                        StandardCharsets.UTF_8);
        Set<String> assets = new LinkedHashSet<>();
        ASSET.matcher(html).results().forEach(found -> assets.add(found.group(1)));
        long bytes = 0;
        for (var asset : assets) {
            bytes += line.get(asset, "Accept-Encoding: gzip").body().length;
        }
        return bytes;
    }
}
