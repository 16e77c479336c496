package org.parley.hub.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.Duties;
import org.parley.hub.access.Means;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignIns;
import org.parley.hub.signin.HubOrigin;
import org.parley.hub.signin.SecondPeople;
import org.parley.hub.signin.TestProvider;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What people do with their keys and sessions, in a real browser with an authenticator of its own:
/// sign what they say before it is said, prove again who they are, revoke a key, end the sessions
/// that they left elsewhere; and how sessions end by themselves.
class KeysInBrowserTest {

    private static final Duties OFFICER = new Duties(true, false);
    private static final String PRESS =
            "document.querySelector('form[data-passkey] button').click()";

    private static final TestProvider PROVIDER = new TestProvider();
    private static final String[] LANGUAGES = {"en", "ar"};

    private static @Nullable HubUnderTest hub;
    private static @Nullable Chromium browser;
    private static String axe = "";

    @BeforeAll
    static void start() throws Exception {
        var program = Chromium.installed();
        if (program.isEmpty() && System.getenv("CI") == null) {
            abort("No Chromium is installed, so nobody could use a key");
        }
        axe = Pictures.axe();
        hub =
                HubUnderTest.start(
                        "parley.signin.providers[0].id=north",
                        "parley.signin.providers[0].issuer=" + PROVIDER.issuer(),
                        "parley.signin.providers[0].client-id=parley",
                        "parley.signin.providers[0].organisation=north-aid",
                        "parley.signin.providers[0].name=North Aid");
        browser = Chromium.start(program.orElseThrow());
        browser.call("WebAuthn.enable", Map.of());
        authenticator();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (hub != null) {
            hub.close();
        }
        PROVIDER.close();
    }

    private static HubUnderTest hub() {
        return requireNonNull(hub);
    }

    private static Chromium browser() {
        return requireNonNull(browser);
    }

    private static String base() {
        return hub().bean(HubOrigin.class).text();
    }

    private static void authenticator() {
        browser()
                .call(
                        "WebAuthn.addVirtualAuthenticator",
                        Map.of(
                                "options",
                                Map.of(
                                        "protocol", "ctap2",
                                        "transport", "internal",
                                        "hasResidentKey", true,
                                        "hasUserVerification", true,
                                        "isUserVerified", true,
                                        "automaticPresenceSimulation", true)));
    }

    private static String person(String name, Duties duties) {
        var part =
                new Account.Part(
                        new OperationId(HubUnderTest.OPERATION),
                        Role.CONTRIBUTOR,
                        FieldClass.EXACT);
        var accounts = hub().bean(Accounts.class);
        accounts.enrol(
                new Account(name, new PartnerId("north-aid"), name, false, false, List.of(part)));
        accounts.setDuties(name, duties);
        return name;
    }

    /// @param verified when they last proved who they are
    /// @return the token
    private static String open(String account, Instant verified) {
        return hub().bean(SignIns.class).open(account, Means.PASSKEY, "192.0.2.1", "", verified);
    }

    private static String signIn(String account, Instant verified) {
        var token = open(account, verified);
        browser().call("Network.clearBrowserCookies", Map.of());
        browser()
                .call(
                        "Network.setCookie",
                        Map.of("name", SignIns.COOKIE, "value", token, "url", base()));
        return token;
    }

    private static void addKey(String name) throws InterruptedException {
        browser().open(base() + "/me");
        type("key", name);
        browser().follow(PRESS);
        assertThat(text()).contains(name);
        standForAll();
    }

    /// A second person stands for whatever waits in this organisation.
    private static void standForAll() {
        var second = hub().bean(SecondPeople.class);
        var officer =
                hub().bean(SignIns.class)
                        .find(open(person("second-officer", OFFICER), Instant.now()))
                        .orElseThrow();
        second.open(officer).forEach(one -> second.confirm(officer, one.id(), "192.0.2.1"));
    }

    private static void type(String field, String value) {
        browser().run("document.getElementById('%s').value = '%s'".formatted(field, value));
    }

    private static void press(String button) throws InterruptedException {
        browser().follow("document.querySelector('%s').click()".formatted(button));
    }

    private static String text() {
        return browser().run("document.querySelector('main').innerText").asString();
    }

    private static String path() {
        return browser().run("location.pathname").asString();
    }

    /// Nothing that axe finds, and nothing that sticks out on a phone.
    private static void look(String name) throws Exception {
        browser().size(1440, 1000);
        assertThat(Pictures.violations(browser(), axe, name)).isEmpty();
        assertThat(Pictures.tooWide(browser(), name)).isEmpty();
    }

    private static void lookAt(String path, String name) throws Exception {
        for (var language : LANGUAGES) {
            browser().open(base() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            look(name + "-" + language);
        }
        browser().open(base() + path + (path.contains("?") ? "&" : "?") + "lang=en");
    }

    private static void fillSeat() throws InterruptedException {
        browser().open(base() + "/o/exercise/say/seat?partner=north-aid&lang=en");
        fill();
    }

    /// No organisation of this operation has a name, so none is offered.
    private static void fill() {
        browser()
                .run(
                        """
                        (() => {
                          const partner = document.getElementById('f-partner');
                          if (partner.tagName === 'SELECT' && !partner.value)
                            partner.append(new Option('north-aid', 'north-aid', true, true));
                          const stage = document.getElementById('f-stage');
                          stage.value = 'seated';
                          document.getElementById('f-on').value = '2026-03-01';
                          return 1;
                        })()
                        """);
    }

    @Test
    void whatSomebodySaysIsSignedFirst() throws Exception {
        signIn(person("signing-desk", Duties.NONE), Instant.now());
        addKey("Blue key");
        fillSeat();
        press("button[name=sign]");
        assertThat(text()).contains("Sign and say", "north-aid", "Say it without a signature");
        look("sign");
        browser().follow(PRESS);
        assertThat(path()).startsWith("/o/exercise/journal/north-aid/");
        assertThat(text()).contains("Signed by its author’s passkey", "before it was logged");
        look("signed");

        fillSeat();
        press("button[name=sign]");
        press("button[name=mend]");
        assertThat(path()).isEqualTo("/o/exercise/say/seat");
        assertThat(browser().run("document.getElementById('f-on').value").asString())
                .isEqualTo("2026-03-01");
        fill();
        press("button[name=sign]");
        press("button[name=plain]");
        assertThat(text()).doesNotContain("Signed by its author’s passkey");
        assertThat(path()).startsWith("/o/exercise/journal/north-aid/");
    }

    @Test
    void whoProvedTooLongAgoProvesAgainAndGoesOn() throws Exception {
        var account = person("slow-desk", Duties.NONE);
        signIn(account, Instant.now());
        addKey("First key");
        browser().call("WebAuthn.disable", Map.of());
        browser().call("WebAuthn.enable", Map.of());
        authenticator();
        addKey("Second key");
        var kept = open(account, Instant.now());

        signIn(account, Instant.now().minus(Duration.ofMinutes(6)));
        lookAt("/me", "me");
        press("form[action=\"/me/keys/revoke\"] button");
        assertThat(text()).contains("Show again that it is you");
        look("verify");
        browser().follow(PRESS);
        assertThat(path()).isEqualTo("/me");
        assertThat(text()).contains("Second key").doesNotContain("First key");
        assertThat(new HubClient(hub().address(), kept).get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void anAccountIsLinkedToTheOrganisationsSignInAndComesInByIt() throws Exception {
        PROVIDER.subject = "linking-person";
        signIn(person("linking-desk", Duties.NONE), Instant.now());
        addKey("Linked key");
        press("form[action=\"/me/provider\"] button");
        assertThat(text()).contains("whoever is signed in there is who is linked");
        look("link");
        press("a.pri[href^=\"/sign-in/provider/\"]");
        assertThat(path()).isEqualTo("/me");
        assertThat(text()).contains("North Aid signs you in here since");
        look("linked");

        press("form[action=\"/sign-out\"] button");
        browser().open(base() + "/sign-in?lang=en");
        press("a[href^=\"/sign-in/provider/north\"]");
        assertThat(path()).isEqualTo("/");
        browser().open(base() + "/me");
        assertThat(text()).contains("Organisation’s sign-in");
        press("form[action=\"/me/provider/unlink\"] button");
        assertThat(text()).contains("Link North Aid");
        press("form[action=\"/sign-out\"] button");
        browser().open(base() + "/sign-in?lang=en");
        press("a[href^=\"/sign-in/provider/north\"]");
        assertThat(text()).contains("this hub does not");
    }

    @Test
    void sessionsElsewhereAreEndedOneByOneOrAllAtOnce() throws Exception {
        var account = person("travelling-desk", Duties.NONE);
        var elsewhere = new HubClient(hub().address(), open(account, Instant.now()));
        signIn(account, Instant.now());
        browser().open(base() + "/me?lang=en");
        assertThat(elsewhere.get("/api/v1/me").status()).isEqualTo(200);
        browser()
                .follow(
                        """
                        [...document.querySelectorAll('form[action="/me/sessions/end"]')]
                          .find(f => !f.parentElement.querySelector('.tag')).querySelector('button').click()
                        """);
        assertThat(path()).isEqualTo("/me");
        assertThat(elsewhere.get("/api/v1/me").status()).isEqualTo(401);

        var another = new HubClient(hub().address(), open(account, Instant.now()));
        browser().open(base() + "/me");
        press("form[action=\"/me/sessions/end-all\"] button");
        assertThat(path()).isEqualTo("/sign-in");
        assertThat(another.get("/api/v1/me").status()).isEqualTo(401);
        browser().open(base() + "/me");
        assertThat(path()).isEqualTo("/sign-in");
    }

    @Test
    void aSessionEndsWhenNobodyUsesItAndAtItsEndHoweverBusy() throws Exception {
        var account = person("forgetful-desk", Duties.NONE);
        for (var past :
                List.of(
                        "last_seen = last_seen - interval '121 minutes'",
                        "opened_at = now() - interval '1 day', ends_at = now() - interval '1 second'")) {
            signIn(account, Instant.now());
            browser().open(base() + "/me");
            assertThat(path()).isEqualTo("/me");
            set(account, past);
            browser().open(base() + "/me");
            assertThat(path()).as(past).isEqualTo("/sign-in");
            hub().bean(SignIns.class).endAll(account);
        }
    }

    /// A node may know for a second how a session stood, unless the account changes.
    private static void set(String account, String past) {
        hub().bean("writer", TransactionTemplate.class)
                .executeWithoutResult(
                        _ ->
                                hub().bean("keeper", JdbcClient.class)
                                        .sql(
                                                "UPDATE access.session SET %s WHERE account = :account"
                                                        .formatted(past))
                                        .param("account", account)
                                        .update());
        hub().bean(Accounts.class).setDuties(account, Duties.NONE);
    }

    @Test
    void pagesForOfficersAreReadableByEverybody() throws Exception {
        signIn(person("officer-desk", OFFICER), Instant.now());
        for (var page : List.of("/machines", "/people", "/people/invite", "/me")) {
            lookAt(page, "officer" + page.replace('/', '-'));
        }
    }
}
