package org.parley.hub.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/// The running hub as people meet it: every page in every language and both themes, read by axe and
/// laid out on a phone; forms sent with script off; a page that follows the log.
/// `-Dconsole.shots=DIR` keeps pictures.
class ConsoleInBrowserTest {

    private static @Nullable Chromium browser;
    private static @Nullable RunningHub hub;
    private static final String HEADERS =
            "ID,Received Date,Crossing,Cargo Category,Quantity,Units,Donor,Destination";

    private static final String TRUCKS = trucks();

    private static String axe = "";
    private static String tried = "";

    @BeforeAll
    static void start() throws Exception {
        var program = Chromium.installed();
        if (program.isEmpty() && System.getenv("CI") == null) {
            abort("No Chromium is installed, so the pages were not looked at");
        }
        axe = Pictures.axe();
        hub = RunningHub.start();
        browser = Chromium.start(program.orElseThrow());
        signIn("watch");
        tried = tryFile(TRUCKS);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (hub != null) {
            hub.close();
        }
    }

    private static Chromium browser() {
        return requireNonNull(browser);
    }

    private static RunningHub hub() {
        return requireNonNull(hub);
    }

    /// Sends a file by the import's form, as a browser does, and waits for its trial.
    private static String tryFile(String csv) throws InterruptedException {
        browser().open(hub().url("/o/juniper/import"));
        browser()
                .follow(
                        """
                        (() => {
                          const some = new DataTransfer();
                          some.items.add(new File([%s], 'trucks-2031-05-04.csv'));
                          document.querySelector('#f-file').files = some.files;
                          document.querySelector('#f-file').form.requestSubmit();
                        })()
                        """
                                .formatted(JsonMapper.shared().writeValueAsString(csv)));
        browser().await("!document.querySelector('progress')");
        return browser().run("location.pathname").asString();
    }

    private static void signIn(String account) throws InterruptedException {
        browser().call("Network.clearBrowserCookies", Map.of());
        browser().open(hub().url("/sign-in"));
        browser()
                .follow(
                        "document.querySelector('input[value=%s]').form.requestSubmit()"
                                .formatted(account));
    }

    /// Every address that a page may have, by name.
    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        var statement =
                hub().say(
                                RunningHub.AGENCY,
                                new org.parley.hub.partners.SeatReported(
                                        RunningHub.AGENCY,
                                        org.parley.hub.partners.SeatStage.SEATED,
                                        java.time.LocalDate.of(2031, 5, 4),
                                        17,
                                        true));
        pages.put("r-operations", "/");
        pages.put("r-journal", "/o/juniper/journal");
        pages.put("r-journal-past", "/o/juniper/journal?asOf=9");
        pages.put("r-statement", statement);
        pages.put("r-release", "/o/juniper/release");
        pages.put("r-readers", "/o/juniper/readers");
        pages.put("r-silence", "/o/juniper/silence");
        pages.put("r-known-to", "/o/juniper/known-to");
        pages.put("r-say-recall", "/o/juniper/say/recall");
        pages.put("r-picture", "/o/juniper");
        pages.put("r-flow", "/o/juniper/flow");
        pages.put("r-flow-table", "/o/juniper/flow/table");
        pages.put("r-request", "/o/juniper/flow/request");
        pages.put("r-report", "/o/juniper/flow/CN-31-00001/report");
        pages.put("r-receipt", "/o/juniper/flow/CN-31-00001/receipt");
        pages.put("r-rule", "/o/juniper/flow/CN-31-00001/rule");
        pages.put("r-places", "/o/juniper/places");
        pages.put("r-report-day", "/o/juniper/places/report-day");
        pages.put("r-partners", "/o/juniper/partners");
        pages.put("r-partner", "/o/juniper/partners/org-k");
        pages.put("r-say", "/o/juniper/say/registration?partner=org-m");
        pages.put("r-say-names", "/o/juniper/say/organisation");
        pages.put("r-search", "/o/juniper/search?q=agency");
        pages.put("r-search-none", "/o/juniper/search?q=nowhere");
        pages.put("r-summary", "/o/juniper/summary?span=all");
        pages.put("r-import", "/o/juniper/import");
        pages.put("r-import-run", tried);
        pages.put("r-not-found", "/o/juniper/nothing-here");
        return pages;
    }

    @Test
    void signingInLeadsToTheOperations() throws Exception {
        signIn("watch");
        assertThat(browser().run("location.pathname").asString()).isEqualTo("/");
        assertThat(browser().run("document.body.textContent").asString())
                .contains("Operation Juniper")
                .doesNotContain("Larch");
    }

    @ParameterizedTest
    @EnumSource
    void axeFindsNothingOnTheRunningPages(Language language) throws Exception {
        var found = new ArrayList<String>();
        for (var theme : List.of(Theme.LIGHT, Theme.DARK)) {
            signIn("watch");
            browser().open(hub().url("/?lang=%s&theme=%s".formatted(language.tag(), theme.word())));
            for (var page : pages().entrySet()) {
                var name = page.getKey() + "-" + language.tag() + "-" + theme.word();
                browser().size(1440, 1000);
                browser().open(hub().url(page.getValue()));
                assertThat(browser().run("document.documentElement.lang").asString())
                        .as(name)
                        .isEqualTo(language.tag());
                found.addAll(Pictures.violations(browser(), axe, name));
                Pictures.keep(browser(), name + "-1440");
                found.addAll(Pictures.tooWide(browser(), name));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aLivePageFollowsTheLog() throws Exception {
        signIn("watch");
        browser().open(hub().url("/o/juniper/journal"));
        Thread.sleep(1500);
        hub().say(
                        RunningHub.HOST,
                        new org.parley.hub.partners.GroupDescribed(
                                "live-now",
                                org.parley.kernel.names.Names.of("Live"),
                                RunningHub.HOST));
        browser().await("document.querySelector('main').textContent.includes('live-now')");
    }

    @Test
    void aFormWithScriptOffSaysOneStatementHoweverOftenItIsSent() throws Exception {
        signIn("logistics");
        browser().open(hub().url("/o/juniper/say/seat?partner=org-k"));
        browser().scripts(false);
        try {
            var form = new Browse(hub().url("/"), browser().cookies());
            var page = form.get("/o/juniper/say/seat?partner=org-k");
            var fields = form.fields(page);
            fields.put("stage", "seated");
            fields.put("on", "2031-05-04");
            fields.put("headcount", "many");
            var mended = form.post("/o/juniper/say/seat", fields);
            assertThat(mended.statusCode()).isEqualTo(422);
            assertThat(mended.body()).contains("“People” must be a whole number.");
            fields = form.fields(mended.body());
            fields.put("headcount", "٢٠");
            var said = form.post("/o/juniper/say/seat", fields);
            assertThat(said.statusCode()).as(said.body()).isEqualTo(303);
            var again = form.post("/o/juniper/say/seat", fields);
            assertThat(again.headers().firstValue("Location"))
                    .isEqualTo(said.headers().firstValue("Location"));
            var shown = form.get(said.headers().firstValue("Location").orElseThrow());
            assertThat(shown).contains("This is in the journal as no.").contains(">20<");
        } finally {
            browser().scripts(true);
        }
    }

    @Test
    void aFormOfFlowIsMendedInABrowserWithScriptOff() throws Exception {
        signIn("logistics");
        browser().scripts(false);
        try {
            browser().open(hub().url("/o/juniper/flow/CN-31-00001/receipt"));
            browser()
                    .run(
                            """
                            document.querySelector('#f-lines-1-received').value = '38';
                            document.querySelector('#f-lines-1-damaged').value = '2'
                            """);
            browser().follow("document.querySelector('form.form button.pri').click()");
            assertThat(browser().run("document.querySelector('.field.bad').textContent").asString())
                    .contains("Fill in “Line 1: Reason” where you say “Line 1: Received damaged”.");
            assertThat(browser().run("document.querySelector('#f-lines-1-received').value"))
                    .hasToString("\"38\"");
            browser().run("document.querySelector('#f-lines-1-reasons').value = 'broken'");
            browser().follow("document.querySelector('form.form button.pri').click()");
            assertThat(browser().run("document.querySelector('main').textContent").asString())
                    .contains("This is in the journal as no.");
        } finally {
            browser().scripts(true);
        }
    }

    @Test
    void aFormWithoutItsTokenIsRefusedWithAPage() throws Exception {
        signIn("logistics");
        var form = new Browse(hub().url("/"), browser().cookies());
        var answer = form.post("/o/juniper/say/seat", new java.util.HashMap<>());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Your account may not do this");
    }

    @Test
    void whoOnlyReadsIsToldSo() throws Exception {
        signIn("reader");
        var form = new Browse(hub().url("/"), browser().cookies());
        assertThat(form.get("/o/juniper/partners")).doesNotContain("/say/");
        assertThat(form.get("/o/juniper/say/seat")).contains("Your account reads only");
    }

    @Test
    void whoIsNotSignedInIsSentToTheSignInAndBack() throws Exception {
        var form = new Browse(hub().url("/"), "");
        var answer = form.ask("/o/juniper/journal");
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .endsWith("/sign-in?next=%2Fo%2Fjuniper%2Fjournal");
        assertThat(form.get("/sign-in?next=//elsewhere.example"))
                .doesNotContain("value=\"//elsewhere");
        assertThat(form.ask("/o/larch/journal").statusCode()).isEqualTo(302);
    }

    @Test
    void anOperationThatIsNotOpenDoesNotExist() throws Exception {
        signIn("watch");
        var form = new Browse(hub().url("/"), browser().cookies());
        assertThat(form.ask("/o/larch/journal").statusCode()).isEqualTo(404);
        assertThat(form.ask("/o/never-was/journal").statusCode()).isEqualTo(404);
    }

    @Test
    void aFileIsTriedCorrectedAndStored() throws Exception {
        signIn("logistics");
        var trial = tryFile(TRUCKS + "x,not a date,Gate,Flour,3,Pallets,Donor,Camp\n");
        assertThat(browser().run("document.querySelector('main').textContent").asString())
                .contains("Rows held back");
        browser().follow("document.querySelector('form[action$=confirm]').requestSubmit()");
        browser().await("!document.querySelector('progress')");
        assertThat(browser().run("location.pathname").asString()).isNotEqualTo(trial);
        assertThat(browser().run("document.querySelector('main').textContent").asString())
                .contains("Statements in the journal");
    }

    @Test
    void everyPageStaysWithinItsWeight() throws Exception {
        signIn("watch");
        var heavy = new ArrayList<String>();
        for (var language : Language.values()) {
            var form =
                    new Browse(
                            hub().url("/"),
                            browser().cookies() + "; parley_lang=" + language.tag());
            long shared = 0;
            for (var asset :
                    List.of("hub.css", "hub.js", "htmx.min.js", "hx-sse.min.js", "icon.svg")) {
                shared += form.weight(Assets.url(asset));
            }
            for (var page : pages().entrySet()) {
                long weight = shared + form.weight(page.getValue());
                System.out.printf("weight %s %s %d%n", page.getKey(), language.tag(), weight);
                if (weight > 40_000) {
                    heavy.add(page.getKey() + " " + language.tag() + " " + weight);
                }
            }
        }
        assertThat(heavy).isEmpty();
    }

    private static String trucks() {
        var text = new StringBuilder(HEADERS).append('\n');
        for (int i = 1; i <= 40; i++) {
            text.append(
                    "%d,2024-05-%02d,Gate,Flour,%d,Pallets,Donor,Camp\n"
                            .formatted(i, i % 28 + 1, i - 2));
        }
        return text.toString();
    }
}
