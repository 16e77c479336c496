package org.parley.hub.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.parley.hub.machines.TestMachine;
import org.parley.hub.signin.HubOrigin;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// A machine's life on its page, in a real browser: a coordinator enrols its key, the second person
/// of the organisation stands for it, it reads and speaks, its key is revoked and it is out.
class MachinesInBrowserTest {

    private static final String LIST = HubClient.inOperation("/statements");
    private static final String NAME = "Stock reports of the northern warehouse";
    private static final String FIRST = "machines-coordinator";
    private static final String SECOND = "machines-second";

    private static @Nullable HubUnderTest hub;
    private static @Nullable Chromium browser;
    private static String axe = "";

    @BeforeAll
    static void start() throws Exception {
        var program = Chromium.installed();
        if (program.isEmpty() && System.getenv("CI") == null) {
            abort("No Chromium is installed, so nobody could see the page");
        }
        axe = Pictures.axe();
        hub = HubUnderTest.start();
        browser = Chromium.start(program.orElseThrow());
        enrol(FIRST, Role.COORDINATOR);
        enrol(SECOND, Role.CONTRIBUTOR);
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

    private static HubUnderTest hub() {
        return requireNonNull(hub);
    }

    private static Chromium browser() {
        return requireNonNull(browser);
    }

    private static String base() {
        return hub().bean(HubOrigin.class).text();
    }

    private static void enrol(String account, Role role) {
        var part =
                new Account.Part(new OperationId(HubUnderTest.OPERATION), role, FieldClass.EXACT);
        var organisation = new PartnerId("north-aid");
        var accounts = hub().bean(Accounts.class);
        accounts.enrol(new Account(account, organisation, account, false, false, List.of(part)));
        accounts.setDuties(account, new Duties(true, false));
    }

    /// Goes on as somebody else, who has just proved who they are.
    private static void as(String account) throws InterruptedException {
        var token =
                hub().bean(SignIns.class)
                        .open(account, Means.PASSKEY, "192.0.2.1", "key", Instant.now());
        browser().call("Network.clearBrowserCookies", Map.of());
        browser()
                .call(
                        "Network.setCookie",
                        Map.of("name", SignIns.COOKIE, "value", token, "url", base()));
        browser().open(base() + "/machines?lang=en");
    }

    private static void set(String field, String value) {
        browser().run("document.getElementById('%s').value = '%s'".formatted(field, value));
    }

    private static void press(String button) throws InterruptedException {
        browser().follow("document.querySelector('%s').click()".formatted(button));
    }

    private static boolean isThere(String selector) {
        return browser()
                .run("document.querySelector('%s') !== null".formatted(selector))
                .asBoolean();
    }

    private static String text() {
        return browser().run("document.querySelector('main').innerText").asString();
    }

    /// Nothing that axe finds, and nothing that sticks out on a phone, in any language; also where
    /// everything that folds is open.
    private static void look(String name) throws Exception {
        for (var language : List.of("en", "ar", "he", "fr")) {
            browser().open(base() + "/machines?lang=" + language);
            browser().run("document.querySelectorAll('details').forEach(d => d.open = true)");
            browser().size(1440, 1000);
            var shown = name + "-" + language;
            assertThat(Pictures.violations(browser(), axe, shown)).isEmpty();
            assertThat(Pictures.tooWide(browser(), shown)).isEmpty();
            assertThat(Pictures.besideAPhone(browser())).as(shown).isEmpty();
        }
        browser().open(base() + "/machines?lang=en");
    }

    private static TestMachine machine(String algorithm) {
        return new TestMachine(algorithm, base(), new HubClient(hub().address(), null));
    }

    private static void enrolOnThePage(TestMachine machine) throws InterruptedException {
        set("name", NAME);
        set("operation", HubUnderTest.OPERATION);
        set("role", Role.CONTRIBUTOR.code());
        set("ceiling", FieldClass.OPERATIONAL.code());
        set("key", machine.enrolment());
        press("form[action=\"/machines\"] button");
    }

    /// Under which the machine signs in, as the page tells it.
    private static String id() {
        return browser()
                .run(
                        "[...document.querySelectorAll('section')]"
                                + ".find(s => s.querySelector('h2')?.innerText === '%s')"
                                        .formatted(NAME)
                                + ".querySelector('h2').id")
                .asString();
    }

    private static HubClient.Answer askForToken(TestMachine machine, String id) {
        return machine.askForToken(
                machine.assertion(id, Map.of()),
                machine.proof("POST", "/api/v1/token", "", Map.of()));
    }

    private static void isRefused(TestMachine machine, String id) {
        var answer = askForToken(machine, id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
        assertThat(answer.json().get("code").asString())
                .isEqualTo("machines.assertion-unknown-key");
    }

    private static String said() {
        return HubClient.JSON.writeValueAsString(
                Map.of(
                        "type",
                        "partners.seat-reported",
                        "id",
                        UUID.randomUUID().toString(),
                        "claimedAt",
                        "2026-03-01T10:00:00Z",
                        "says",
                        Map.of(
                                "partner", "north-aid",
                                "stage", "seated",
                                "on", "2026-03-01",
                                "approximate", true)));
    }

    @Test
    void aMachineIsEnrolledByTwoSpeaksAndIsOutOnceItsKeyIsRevoked() throws Exception {
        var machine = machine("EdDSA");
        as(FIRST);
        set("name", NAME);
        set("key", "no key");
        press("form[action=\"/machines\"] button");
        assertThat(text()).contains("This is no key as a machine prints it");
        assertThat(browser().run("document.getElementById('name').value").asString())
                .isEqualTo(NAME);

        enrolOnThePage(machine);
        assertThat(text()).contains(NAME, machine.kid(), "waits for a second person");
        var id = id();
        isRefused(machine, id);
        assertThat(isThere("form[action$=\"/confirm\"]")).as("one's own").isFalse();
        assertThat(isThere("form[action$=\"/withdraw\"]")).isTrue();
        look("machine-waits");

        as(SECOND);
        press("form[action$=\"/confirm\"] button");
        assertThat(browser().run("location.pathname").asString()).isEqualTo("/machines");
        assertThat(text()).contains(machine.kid()).doesNotContain("waits for a second person");

        var answer = askForToken(machine, id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var token = answer.json().get("access_token").asString();
        var spoken = machine.post(LIST, token, said());
        assertThat(spoken.status()).as(spoken.text()).isEqualTo(201);
        assertThat(machine.get(LIST + "?limit=2", token).status()).isEqualTo(200);

        as(FIRST);
        assertThat(text()).contains("last used: ").doesNotContain("last used: —");
        look("machine-works");
        press("form[action=\"/machines/%s/revoke\"] button".formatted(id));
        assertThat(text()).contains(NAME).doesNotContain(machine.kid());
        assertThat(machine.get(LIST, token).status()).isEqualTo(401);
        assertThat(machine.post(LIST, token, said()).status()).isEqualTo(401);
        isRefused(machine, id);

        browser().run("document.querySelectorAll('details').forEach(d => d.open = true)");
        set("key-" + id, machine.enrolment());
        press("form[action=\"/machines/%s/keys\"] button".formatted(id));
        assertThat(text()).contains("This key was enrolled before");
        isRefused(machine, id);
        look("machine-out");
    }

    @Test
    void whoIsNoOfficerHasNoSuchPage() throws Exception {
        enrol("machines-desk", Role.CONTRIBUTOR);
        hub().bean(Accounts.class).setDuties("machines-desk", Duties.NONE);
        as("machines-desk");
        assertThat(browser().run("document.getElementById('key') === null").asBoolean()).isTrue();
        assertThat(text()).doesNotContain(NAME);
    }
}
