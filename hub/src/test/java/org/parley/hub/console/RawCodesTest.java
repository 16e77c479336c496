package org.parley.hub.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.ConsignmentRequested;
import org.parley.hub.flow.Goods;
import org.parley.hub.flow.GoodsReported;
import org.parley.hub.flow.LineItem;
import org.parley.hub.flow.LineRuling;
import org.parley.hub.flow.Node;
import org.parley.hub.flow.Priority;
import org.parley.hub.flow.ReceiptReason;
import org.parley.hub.flow.ReceiptReported;
import org.parley.hub.flow.ReceivedLine;
import org.parley.hub.flow.RefusalReason;
import org.parley.hub.flow.Ruled;
import org.parley.hub.flow.RulingOutcome;
import org.parley.hub.flow.Step;
import org.parley.hub.places.CrossingDayReported;
import org.parley.hub.places.CrossingDescribed;
import org.parley.hub.places.Opening;
import org.parley.kernel.names.Names;
import org.parley.kernel.quantity.Unit;

/// Whatever page a reader comes to, in whichever language: no code is left that nobody worded.
class RawCodesTest {

    /// `flow.offloaded`, and the codes of units and reasons, which are words in no language.
    private static final Pattern RAW =
            Pattern.compile(
                    "(?<![\\w/@.:-])(?:flow|places|partners|claims|journal|access|exchange|refusal|mark"
                            + "|rule|type|field|summary|form)\\.[a-z][a-z-]+"
                            + "|\\b(?:TRUCK|TNE|KGM|H87|none_given|dual_use|outside_scope"
                            + "|rotated-out|not-loaded|under-review|in-part)\\b");

    private static final Pattern HIDDEN =
            Pattern.compile("<(script|style|svg|pre)\\b.*?</\\1>|<[^>]+>", Pattern.DOTALL);

    private static final Pattern LINK = Pattern.compile("<a[^>]*href=\"(/o/juniper[^\"#]*)\"");

    private static final int MOST = 150;

    @SuppressWarnings("NullAway.Init")
    private static RunningHub hub;

    @BeforeAll
    static void start() throws Exception {
        hub = RunningHub.start();
        hub.say(
                RunningHub.HOST,
                new CrossingDescribed(
                        "north-gate",
                        "land",
                        Names.of("North Gate", "البوابة الشمالية", "השער הצפוני", "Porte nord"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        hub.say(
                RunningHub.HOST,
                new CrossingDayReported(
                        "north-gate",
                        java.time.LocalDate.now(java.time.ZoneOffset.UTC),
                        List.of(Opening.closed(Opening.NONE_GIVEN)),
                        null,
                        null,
                        null));
        hub.say(
                RunningHub.AGENCY,
                new ConsignmentRequested(
                        "CN-1",
                        AssistanceKind.HUMANITARIAN,
                        RunningHub.AGENCY,
                        RunningHub.CAMP,
                        List.of(RunningHub.HOST),
                        null,
                        null,
                        null,
                        null,
                        null,
                        Priority.URGENT,
                        List.of(),
                        List.of("food"),
                        List.of(
                                line("1", "Flour", "food", Unit.TNE),
                                line("2", "Tents", "shelter", Unit.H87))));
        hub.say(
                RunningHub.HOST,
                new Ruled(
                        "R-1",
                        "CN-1",
                        RunningHub.HOST,
                        List.of(
                                new LineRuling("1", RulingOutcome.FOR, null, List.of(), null),
                                new LineRuling(
                                        "2",
                                        RulingOutcome.AGAINST,
                                        null,
                                        List.of(RefusalReason.NONE_GIVEN),
                                        null)),
                        List.of(),
                        null));
        for (var step : List.of(Step.DISPATCHED, Step.OFFLOADED)) {
            hub.say(RunningHub.AGENCY, reported("CN-1", step, null, 8));
        }
        hub.say(RunningHub.AGENCY, reported("CN-1", Step.LOST, Node.YARD, 99));
        hub.say(RunningHub.AGENCY, reported("CN-UNKNOWN", Step.DISPATCHED, null, 1));
        hub.say(
                RunningHub.CAMP,
                new ReceiptReported(
                        "CN-1",
                        List.of(
                                new ReceivedLine(
                                        "1",
                                        BigDecimal.valueOf(5),
                                        null,
                                        BigDecimal.valueOf(3),
                                        List.of(ReceiptReason.NOT_LOADED),
                                        null)),
                        null,
                        null));
    }

    private static LineItem line(String line, String what, String category, Unit unit) {
        return new LineItem(line, what, category, BigDecimal.TEN, unit, null, null, null);
    }

    private static GoodsReported reported(
            String consignment,
            Step step,
            @org.jspecify.annotations.Nullable Node at,
            long quantity) {
        return new GoodsReported(
                consignment,
                step,
                List.of(new Goods("1", BigDecimal.valueOf(quantity), null, null, null)),
                at,
                null,
                null,
                null,
                List.of(),
                null,
                null);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @ParameterizedTest
    @EnumSource
    void noPageShowsACode(Language language) throws Exception {
        var client = signedIn("watch");
        get(client, "/?lang=" + language.tag());
        var ahead = new ArrayDeque<>(List.of("/o/juniper", "/o/juniper/summary?span=all"));
        var seen = new HashSet<String>();
        var shapes = new HashMap<String, Integer>();
        var found = new TreeSet<String>();
        int read = 0;
        while (!ahead.isEmpty() && read < MOST) {
            var path = ahead.removeFirst();
            var shape = path.replaceAll("=[^&]*|/[0-9a-f-]{36}", "");
            if (!seen.add(path) || shapes.merge(shape, 1, Integer::sum) > 12) {
                continue;
            }
            var page = get(client, path);
            read++;
            LINK.matcher(page)
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .filter(link -> !link.matches(".*/(receipt|package)$") || link.contains("flow"))
                    .forEach(ahead::add);
            var text = HIDDEN.matcher(page).replaceAll(" ");
            RAW.matcher(text)
                    .results()
                    .forEach(
                            raw ->
                                    found.add(
                                            raw.group()
                                                    + " on "
                                                    + path
                                                    + ": "
                                                    + text.substring(
                                                                    Math.max(0, raw.start() - 40),
                                                                    raw.end())
                                                            .replaceAll("\\s+", " ")));
        }
        assertThat(read).isGreaterThan(40);
        assertThat(found).isEmpty();
    }

    private static HttpClient signedIn(String account) throws Exception {
        var client =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
        var page = get(client, "/sign-in");
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        var body =
                (token.find() ? "_csrf=" + URLEncoder.encode(token.group(1), UTF_8) + "&" : "")
                        + "account="
                        + account;
        client.send(
                HttpRequest.newBuilder(URI.create(hub.url("/sign-in")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return client;
    }

    private static String get(HttpClient client, String path) throws Exception {
        var answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(hub.url(path)))
                                .header("Accept", "text/html")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
