package org.parley.hub.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

/// The running hub as people meet it: every page in every language and both themes, read by axe and
/// laid out on a phone; forms sent with script off; a page that follows the log.
/// `-Dconsole.shots=DIR` keeps pictures.
class ConsoleInBrowserTest {

    private static @Nullable Chromium browser;
    private static @Nullable RunningHub hub;
    private static String axe = "";

    @BeforeAll
    static void start() throws Exception {
        var program = Chromium.installed();
        if (program.isEmpty() && System.getenv("CI") == null) {
            assumeTrue(false, "No Chromium is installed, so the pages were not looked at");
        }
        axe = Pictures.axe();
        hub = RunningHub.start();
        browser = Chromium.start(program.orElseThrow());
        signIn("watch");
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
        browser().await("document.querySelector('main').textContent.includes('group/live-now')");
    }
}
