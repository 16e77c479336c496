package org.parley.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.Standing;
import org.parley.hub.signin.Enrolments;

/// The people of a new hub, in a real browser with authenticators of its own: the first run, an
/// invitation, a second key, recovery codes, a lost key, and an account that is disabled.
class SignInStory {

    private static final String PRESS =
            "document.querySelector('form[data-passkey] button').click()";

    @Test
    void fromTheFirstLinkToADisabledAccount() throws Exception {
        var program = Chromium.installed();
        if (program.isEmpty() && System.getenv("CI") == null) {
            abort("No Chromium is installed, so nobody could sign in");
        }
        try (var hub = HubUnderTest.startEmpty();
                var browser = Chromium.start(program.orElseThrow())) {
            browser.call("WebAuthn.enable", Map.of());
            var first = authenticator(browser);
            var link = hub.bean(Enrolments.class).firstRun().orElseThrow().address();
            var base = link.replaceAll("/enrol/.*", "");

            browser.open(link);
            look(browser, "signin-setup");
            type(browser, "organisation", "host");
            type(browser, "post", "Operations desk");
            type(browser, "key", "Blue key");
            browser.follow(PRESS);
            assertThat(path(browser)).isEqualTo("/me");
            assertThat(text(browser))
                    .contains("Operations desk", "Blue key", "One key is one loss");

            look(browser, "signin-me");
            browser.open(base + "/people");
            look(browser, "signin-people");
            browser.open(base + "/people?lang=ar");
            browser.prefer("dark");
            look(browser, "signin-people-ar");
            browser.open(base + "/me?lang=ar");
            look(browser, "signin-me-ar");
            browser.open(base + "/me?lang=en");
            browser.prefer("light");

            browser.open(link);
            assertThat(text(browser)).doesNotContain("Make the key");
            assertThat(hub.bean(Enrolments.class).firstRun()).isEmpty();

            browser.open(base + "/people/invite");
            type(browser, "organisation", "north-aid");
            type(browser, "post", "North desk");
            browser.follow("document.querySelector('form.form button').click()");
            assertThat(text(browser)).contains("A link to hand over");
            look(browser, "signin-handed");
            var invitation =
                    browser.run("document.querySelector('.cmdline').textContent").asString();

            browser.open(base + "/me");
            browser.follow("document.querySelector('form[action=\"/sign-out\"] button').click()");
            forget(browser, first);
            var second = authenticator(browser);
            browser.open(invitation);
            assertThat(text(browser)).contains("North desk", "north-aid");
            type(browser, "key", "North key 1");
            browser.follow(PRESS);
            assertThat(path(browser)).isEqualTo("/me");

            forget(browser, second);
            var third = authenticator(browser);
            type(browser, "key", "North key 2");
            browser.follow(PRESS);
            assertThat(text(browser)).contains("North key 2").doesNotContain("One key is one loss");

            browser.follow("document.querySelector('form[action=\"/me/codes\"] button').click()");
            var code = browser.run("document.querySelector('.codes li').textContent").asString();
            look(browser, "signin-codes");
            assertThat(code).matches("([0-9A-Z]{4}-){5}[0-9A-Z]{4}");
            browser.open(base + "/me");
            browser.follow("document.querySelector('form[action=\"/sign-out\"] button').click()");

            browser.open(base + "/sign-in");
            browser.follow(PRESS);
            assertThat(path(browser)).isEqualTo("/");
            browser.open(base + "/me");
            browser.follow("document.querySelector('form[action=\"/sign-out\"] button').click()");

            forget(browser, third);
            authenticator(browser);
            browser.open(base + "/sign-in");
            type(browser, "code", code);
            browser.follow(
                    "document.querySelector('form[action=\"/sign-in/code\"] button').click()");
            type(browser, "key", "North key 3");
            browser.follow(PRESS);
            assertThat(text(browser)).contains("North key 3").doesNotContain("North key 2");

            var account =
                    hub.bean(Accounts.class).all().stream()
                            .map(Standing::account)
                            .filter(one -> one.name().equals("North desk"))
                            .findFirst()
                            .orElseThrow();
            hub.bean(Accounts.class).disable(account.id());
            browser.open(base + "/me");
            assertThat(path(browser)).isEqualTo("/sign-in");
            browser.run(PRESS);
            browser.await("location.pathname === '/sign-in/passkey'");
            assertThat(text(browser)).contains("That key proves nothing here");
        }
    }

    /// Nothing that axe finds, and nothing that sticks out on a phone.
    private static void look(Chromium browser, String name) throws Exception {
        browser.size(1440, 1000);
        assertThat(Pictures.violations(browser, Pictures.axe(), name)).isEmpty();
        assertThat(Pictures.tooWide(browser, name)).isEmpty();
    }

    private static String authenticator(Chromium browser) {
        return browser.call(
                        "WebAuthn.addVirtualAuthenticator",
                        Map.of(
                                "options",
                                Map.of(
                                        "protocol", "ctap2",
                                        "transport", "internal",
                                        "hasResidentKey", true,
                                        "hasUserVerification", true,
                                        "isUserVerified", true,
                                        "automaticPresenceSimulation", true)))
                .path("authenticatorId")
                .asString();
    }

    private static void forget(Chromium browser, String authenticator) {
        browser.call(
                "WebAuthn.removeVirtualAuthenticator", Map.of("authenticatorId", authenticator));
    }

    private static void type(Chromium browser, String field, String value) {
        browser.run("document.getElementById('%s').value = '%s'".formatted(field, value));
    }

    private static String path(Chromium browser) {
        return browser.run("location.pathname").asString();
    }

    private static String text(Chromium browser) {
        return browser.run("document.querySelector('main').innerText").asString();
    }
}
