package org.parley.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.Means;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignIns;
import org.parley.hub.signin.HubOrigin;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// A device in a real browser: opens the link behind the QR code, makes its key, signs while the
/// hub cannot be reached, and hands over what it signed.
class DeviceInBrowserStory {

    private static final String ACCOUNT = "field-officer";
    private static final String SAYS =
            """
            {"type": "partners.seat-reported",
             "label": {"audience": [{"to": "operation", "upTo": "F2"}], "sensitivity": "low"},
             "says": {"partner": "north-aid", "stage": "invited", "on": "2026-03-01",
                      "approximate": true}}\
            """;

    @Test
    void fromTheLinkToTheJournal() throws Exception {
        var program = Chromium.installed();
        if (program.isEmpty() && System.getenv("CI") == null) {
            abort("No Chromium is installed, so no browser could make a key");
        }
        var hub = HubUnderTest.shared();
        var token = person(hub);
        var base = hub.bean(HubOrigin.class).text();
        try (var browser = Chromium.start(program.orElseThrow())) {
            browser.call("Network.enable", Map.of());
            browser.call(
                    "Network.setCookie",
                    Map.of("name", SignIns.COOKIE, "value", token, "url", base));
            browser.open(base + "/devices");
            look(browser, "devices");
            browser.run("document.getElementById('name').value = 'tablet of the convoy'");
            browser.run("document.getElementById('ceiling').value = 'F2'");
            browser.follow("document.querySelector('form[action=\"/devices\"] button').click()");
            assertThat(text(browser)).contains("A link for the device");
            assertThat(browser.run("document.querySelectorAll('svg.qr path').length").asInt())
                    .isEqualTo(1);
            look(browser, "device-handed");
            var link = browser.run("document.querySelector('.cmdline').textContent").asString();
            browser.call("Network.clearBrowserCookies", Map.of());

            browser.scripts(false);
            browser.open(link);
            assertThat(text(browser)).contains("Scripts are switched off");
            browser.scripts(true);
            browser.open(link);
            look(browser, "device-enrol");
            browser.follow("document.querySelector('form[data-device] button').click()");
            assertThat(text(browser)).contains("is enrolled");
            browser.open(link);
            assertThat(text(browser)).doesNotContain("Make the key");

            browser.open(base + "/devices/this");
            browser.await("!document.querySelector('form[data-signs]').hidden");
            look(browser, "device-this");
            offline(browser, true);
            sign(browser, 1);
            sign(browser, 2);
            browser.run("document.querySelector('button[name=send]').click()");
            browser.await("!document.querySelector('[data-problem=unsent]').hidden");
            assertThat(outbox(browser)).hasSize(2);
            offline(browser, false);
            assertThat(extractable(browser)).isFalse();
            var courier = hub.as(HubUnderTest.SOUTH);
            var carried =
                    courier.send(
                            courier.to("/api/v1/signed-statements")
                                    .header("Content-Type", "text/plain")
                                    .POST(
                                            java.net.http.HttpRequest.BodyPublishers.ofString(
                                                    outbox(browser).get(1))));
            assertThat(carried.json().get(0).get("status").asString())
                    .as(carried.text())
                    .isEqualTo("recorded");
            var person = new HubClient(hub.address(), token);
            assertThat(person.get("/devices").text())
                    .contains("1 statement of this device never arrived: 1.");
            browser.run("document.querySelector('button[name=send]').click()");
            browser.await("document.querySelector('#outbox').value === ''");
            assertThat(text(browser)).contains("recorded", "repeated");
            assertThat(person.get("/devices").text()).doesNotContain("never arrived");
        }
    }

    private static String person(HubUnderTest hub) {
        var part =
                new Account.Part(
                        new OperationId(HubUnderTest.OPERATION),
                        Role.CONTRIBUTOR,
                        FieldClass.EXACT);
        hub.bean(Accounts.class)
                .enrol(
                        new Account(
                                ACCOUNT,
                                new PartnerId("north-aid"),
                                "Field officer",
                                false,
                                false,
                                List.of(part)));
        return hub.bean(SignIns.class)
                .open(ACCOUNT, Means.PASSKEY, "192.0.2.1", "key", Instant.now());
    }

    private static void sign(Chromium browser, int number) throws InterruptedException {
        browser.run(
                "document.getElementById('statement').value = "
                        + HubClient.JSON.writeValueAsString(SAYS));
        browser.run("document.querySelector('button[name=sign]').click()");
        browser.await(
                "document.querySelector('#outbox').value.split('\\n').filter(x => x).length === "
                        + number);
    }

    /// In the order in which they were signed.
    private static List<String> outbox(Chromium browser) {
        return browser.run("document.querySelector('#outbox').value")
                .asString()
                .lines()
                .sorted(java.util.Comparator.comparingLong(DeviceInBrowserStory::number))
                .toList();
    }

    private static long number(String text) {
        var payload = java.util.Base64.getUrlDecoder().decode(text.split("\\.")[1]);
        return HubClient.JSON.readTree(payload).at("/statement/device/seq").asLong();
    }

    private static boolean extractable(Chromium browser) {
        return browser.run("all('devices').then(list => list[0].pair.privateKey.extractable)")
                .asBoolean(true);
    }

    private static void offline(Chromium browser, boolean off) {
        browser.call(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline", off,
                        "latency", 0,
                        "downloadThroughput", -1,
                        "uploadThroughput", -1));
    }

    private static void look(Chromium browser, String name) throws Exception {
        browser.size(1440, 1000);
        assertThat(Pictures.violations(browser, Pictures.axe(), name)).isEmpty();
        assertThat(Pictures.tooWide(browser, name)).isEmpty();
    }

    private static String text(Chromium browser) {
        return browser.run("document.querySelector('main').innerText").asString();
    }
}
