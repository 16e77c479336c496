package org.parley.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.SignIns;
import org.parley.hub.examples.ExampleOperation;
import org.parley.hub.journal.Journal;

/// What the pages of the example operations weigh over the line, as a running hub sends them: each
/// page with all its assets, gzipped, 1000 bytes to the kilobyte. Pages are found by following
/// links, a few of each kind, and weighed in all four languages. `-Dweights.share=1` tells the
/// whole exercise first.
class RealPagesWeightTest {

    private static final int FIRST_VIEW = 40_000;
    private static final int ANY_PAGE = 60_000;
    private static final int OF_A_KIND = 2;

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
    private static final Set<String> WORDS =
            Set.of(
                    "flow",
                    "table",
                    "bottlenecks",
                    "request",
                    "report",
                    "rule",
                    "places",
                    "report-day",
                    "partners",
                    "journal",
                    "import",
                    "say",
                    "search",
                    "summary");

    private final Map<String, Integer> assets = new HashMap<>();

    @Test
    void everyPageOfTheExamplesStaysWithinItsBudget() throws IOException {
        var share = System.getProperty("weights.share", "0.2");
        try (var hub =
                HubUnderTest.startEmpty(
                        "parley.exercise.share=" + share,
                        "parley.exercise.patience=3m",
                        "parley.exercise.speed=0.01")) {
            var weights = new TreeMap<String, int[]>();
            for (var operation : hub.beans(ExampleOperation.class)) {
                operation.load();
                hub.bean(Journal.class).submitAll(operation.memberships());
                operation.accounts().forEach(hub.bean(SignIns.class)::enrol);
                var client = hub.as(operation.accounts().getFirst().id());
                weigh(client, "/o/" + operation.id(), weights);
            }
            weigh(hub.stranger(), "/sign-in", weights);
            System.err.println(table(share, weights));
            assertThat(weights).hasSizeGreaterThan(20);
            weights.forEach(
                    (kind, bytes) ->
                            assertThat(Arrays.stream(bytes).max().orElseThrow())
                                    .as(kind)
                                    .isLessThanOrEqualTo(
                                            kind.indexOf('/', 3) < 0 ? FIRST_VIEW : ANY_PAGE));
        }
    }

    /// Follows links from a page and keeps, for each kind of page, the most that one weighs.
    private void weigh(HubClient client, String start, Map<String, int[]> weights)
            throws IOException {
        var found = new ArrayDeque<>(List.of(start));
        var seen = new HashSet<>(found);
        var ofKind = new HashMap<String, Integer>();
        while (!found.isEmpty()) {
            var path = found.poll();
            if (ofKind.merge(kind(path), 1, Integer::sum) > OF_A_KIND) {
                continue;
            }
            for (var language : Language.values()) {
                var answer = get(client, path, language);
                if (!answer.header("Content-Type").startsWith("text/html")) {
                    break;
                }
                assertThat(answer.status()).as(path).isEqualTo(200);
                var html = text(answer);
                int weight = answer.bytes().length + assets(client, html);
                var most = weights.computeIfAbsent(kind(path), _ -> new int[4]);
                most[language.ordinal()] = Math.max(most[language.ordinal()], weight);
                if (language == Language.values()[0]) {
                    links(start, html).stream().filter(seen::add).forEach(found::add);
                }
            }
        }
    }

    private static List<String> links(String start, String html) {
        return LINK.matcher(html)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .filter(link -> link.startsWith(start + "/") && !link.contains("lang="))
                .filter(link -> !link.endsWith("/live"))
                .toList();
    }

    /// A path with its own names left out: pages drawn by one template are one kind.
    private static String kind(String path) {
        var words = new ArrayList<String>();
        for (var step : path.replaceAll("[?].*", "").substring(1).split("/")) {
            words.add(words.size() < 2 || WORDS.contains(step) ? step : "*");
        }
        return "/" + String.join("/", words);
    }

    private static HubClient.Answer get(HubClient client, String path, Language language) {
        return client.send(
                client.to(path)
                        .header("Accept", "text/html")
                        .header("Accept-Encoding", "gzip")
                        .header("Cookie", "parley_lang=" + language.tag())
                        .GET());
    }

    private static String text(HubClient.Answer answer) throws IOException {
        if (!answer.header("Content-Encoding").equals("gzip")) {
            return answer.text();
        }
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(answer.bytes()))) {
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int assets(HubClient client, String html) {
        return ASSET.matcher(html)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .mapToInt(
                        asset ->
                                assets.computeIfAbsent(
                                        asset,
                                        _ ->
                                                get(client, asset, Language.values()[0])
                                                        .bytes()
                                                        .length))
                .sum();
    }

    private static String table(String share, Map<String, int[]> weights) {
        var head =
                Arrays.stream(Language.values())
                        .map(Language::tag)
                        .collect(Collectors.joining(" | "));
        return "Pages with all assets, KB of gzip; share of the exercise told: %s%n| page | %s |%n|---|---|---|---|---|%n"
                        .formatted(share, head)
                + weights.entrySet().stream()
                        .map(
                                one ->
                                        "| %s | %s |"
                                                .formatted(
                                                        one.getKey(),
                                                        Arrays.stream(one.getValue())
                                                                .mapToObj(
                                                                        bytes ->
                                                                                String.format(
                                                                                        Locale.ROOT,
                                                                                        "%.1f",
                                                                                        bytes
                                                                                                / 1e3))
                                                                .collect(
                                                                        Collectors.joining(" | "))))
                        .collect(Collectors.joining("\n"));
    }
}
