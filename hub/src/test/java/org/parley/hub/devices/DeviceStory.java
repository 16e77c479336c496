package org.parley.hub.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.hub.HubClient.inOperation;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.Duties;
import org.parley.hub.access.Means;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignIns;
import org.parley.hub.signin.Deeds;
import org.parley.hub.signin.HubOrigin;
import org.parley.hub.signin.SecondOfficer;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.harm.HeldText;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.statement.DeviceStatement;
import org.parley.kernel.statement.DisclosurePackage;
import org.parley.kernel.statement.WrittenStatement;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Somebody in the field enrols a device by a link, signs while nothing can be reached, and others
/// carry it in: once, twice, late, with numbers missing, altered, by the wrong key, after the end.
class DeviceStory {

    private static final HubUnderTest HUB = HubUnderTest.shared();
    private static final String SEAT = "partners.seat-reported";
    private static final String ADDRESS = "/api/v1/signed-statements";

    private final String account = person("north-aid", Role.CONTRIBUTOR, FieldClass.OPERATIONAL);
    private final HubClient person = signedIn(account);
    private final TestDevice device = enrolled(new TestDevice("EdDSA", hub()), 30);

    private static String hub() {
        return HUB.bean(HubOrigin.class).text();
    }

    private static String person(String organisation, Role role, FieldClass ceiling) {
        var id = "person-" + UUID.randomUUID().toString().substring(0, 8);
        var part = new Account.Part(new OperationId(HubUnderTest.OPERATION), role, ceiling);
        HUB.bean(Accounts.class)
                .enrol(
                        new Account(
                                id, new PartnerId(organisation), id, false, false, List.of(part)));
        return id;
    }

    private static HubClient signedIn(String account) {
        return new HubClient(
                HUB.address(),
                HUB.bean(SignIns.class)
                        .open(account, Means.PASSKEY, "192.0.2.1", "key", Instant.now()));
    }

    private static HubClient officer(String organisation) {
        var id = person(organisation, Role.CONTRIBUTOR, FieldClass.EXACT);
        HUB.bean(Accounts.class).setDuties(id, new Duties(true, false));
        return signedIn(id);
    }

    private HubClient.Answer ask(HubClient who, String ceiling, int days) {
        return who.post(
                "/api/v1/devices",
                HubClient.JSON.writeValueAsString(
                        Map.of(
                                "account", account,
                                "name", "tablet of the convoy",
                                "operation", HubUnderTest.OPERATION,
                                "ceiling", ceiling,
                                "days", days)));
    }

    /// Opens the link as the device's browser does, and brings its key.
    private TestDevice enrolled(TestDevice one, int days) {
        var made = ask(person, "F2", days);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var path = made.json().get("link").asString().substring(hub().length());
        var page = page(path);
        assertThat(page).contains("tablet of the convoy", "north-aid", account);
        assertThat(bring(path, one.key(attribute(page, "challenge")))).contains("is enrolled");
        one.called(attribute(page, "device"));
        assertThat(one.id()).isEqualTo(made.json().get("id").asString());
        return one;
    }

    private static String page(String path) {
        var answer = atOwnName(path);
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    private static HubClient.Answer atOwnName(String path) {
        return new HubClient(java.net.URI.create(hub()), null).get(path);
    }

    private static String bring(String path, String key) {
        var own = new HubClient(java.net.URI.create(hub()), null);
        var page = own.get(path);
        var cookie = page.header("Set-Cookie").replaceAll(";.*", "");
        var token = page.text().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        return own.send(
                        own.to(path)
                                .header("Cookie", cookie)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("_csrf=" + token + "&key=" + key)))
                .text();
    }

    private static String attribute(String page, String name) {
        return page.replaceAll("(?s).*data-" + name + "=\"([^\"]+)\".*", "$1");
    }

    private static Map<String, Object> seat() {
        return Map.of(
                "partner",
                "north-aid",
                "stage",
                "invited",
                "on",
                "2026-03-01",
                "approximate",
                true);
    }

    private static JsonNode carry(String... texts) {
        var courier = HUB.stranger();
        var answer =
                courier.send(
                        courier.to(ADDRESS)
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString(String.join("\n", texts))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static void refused(String text, String code) {
        var fate = carry(text).get(0);
        assertThat(fate.get("status").asString()).as(fate.toString()).isEqualTo("refused");
        assertThat(fate.get("code").asString()).isEqualTo(code);
        assertThat(fate.get("problem").asString()).isNotEqualTo(code).doesNotContain("{");
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private JsonNode statement(String id) {
        return person.get(inOperation("/statements/north-aid/" + id)).json();
    }

    private static void update(String change, String device) {
        HUB.bean(Deeds.class)
                .together(
                        () ->
                                HUB.bean("keeper", JdbcClient.class)
                                        .sql(
                                                "UPDATE access.device SET %s WHERE id = :id"
                                                        .formatted(change))
                                        .param("id", device)
                                        .update());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EdDSA", "ES256"})
    void whatADeviceSignedOfflineSpeaksForItsPersonAndCanBeChecked(String algorithm) {
        var one = enrolled(new TestDevice(algorithm, hub()), 30);
        var id = id();
        var text = one.sign(one.next(id, SEAT, seat()));

        var first = carry(text).get(0);
        assertThat(first.get("status").asString()).as(first.toString()).isEqualTo("recorded");
        var again = carry(text).get(0);
        assertThat(again.get("status").asString()).isEqualTo("repeated");
        assertThat(again.get("index")).isEqualTo(first.get("index"));

        var seen = statement(id);
        assertThat(seen.get("assurance").asString()).isEqualTo("device-signed");
        assertThat(seen.get("signed").asString()).isEqualTo(text);
        assertThat(seen.get("says").has("journal:signed")).isFalse();
        var file = person.get(inOperation("/statements/north-aid/" + id + "/package")).bytes();
        var parts = DisclosurePackage.parse(file);
        var written = WrittenStatement.parse(parts.statement());
        written.requireAll(parts.disclosures());
        var signed = DeviceStatement.parse(text);
        assertThat(signed.isOf(written.head())).isTrue();
        assertThat(signed.readOtherwise(parts.disclosures())).isEmpty();
        assertThat(written.head().key()).isEqualTo(signed.text().key());
    }

    @Test
    void itsPersonSeesWhatNeverArrived() {
        carry(device.sign(device.next(id(), SEAT, seat())));
        device.lose();
        var late = device.sign(device.next(id(), SEAT, seat()));
        device.lose();
        device.lose();
        carry(device.sign(device.next(id(), SEAT, seat())));

        var counted = counted(person);
        assertThat(counted.get("heard").asLong()).isEqualTo(2);
        assertThat(counted.get("last").asLong()).isEqualTo(6);
        assertThat(counted.get("missing").asLong()).isEqualTo(4);
        assertThat(counted.get("gaps").toString()).isEqualTo("[{\"first\":2,\"last\":5}]");

        carry(late);
        assertThat(counted(person).get("gaps").toString())
                .isEqualTo("[{\"first\":2,\"last\":2},{\"first\":4,\"last\":5}]");
        assertThat(person.get("/devices").text())
                .contains("3 statements of this device never arrived: 2, 4, 5.");

        carry(device.sign(device.statement(id(), 6, SEAT, seat())));
        assertThat(counted(person).get("twice").toString()).isEqualTo("[6]");
    }

    private JsonNode counted(HubClient who) {
        return who.get("/api/v1/devices/" + device.id()).json().get("counted");
    }

    @Test
    void itsOfficersAndCoordinatorsSeeItAndNobodyElseDoes() {
        var path = "/api/v1/devices/" + device.id();
        assertThat(officer("north-aid").get(path).status()).isEqualTo(200);
        var coordinator = signedIn(person("north-aid", Role.COORDINATOR, FieldClass.EXACT));
        assertThat(coordinator.get(path).status()).isEqualTo(200);
        assertThat(delete(coordinator, path).status()).isEqualTo(404);
        var hidden =
                List.of(
                        signedIn(person("north-aid", Role.CONTRIBUTOR, FieldClass.EXACT)),
                        signedIn(person("south-relief", Role.COORDINATOR, FieldClass.EXACT)),
                        officer("south-relief"),
                        HUB.as(HubUnderTest.OPERATOR));
        for (var other : hidden) {
            assertThat(other.get(path).status()).isEqualTo(404);
            assertThat(delete(other, path).status()).isEqualTo(404);
            assertThat(other.get("/api/v1/devices").text()).doesNotContain(device.id());
            assertThat(other.get("/devices").text()).doesNotContain(device.id());
        }
        assertThat(ask(officer("south-relief"), "F1", 3).status()).isEqualTo(422);
    }

    private static HubClient.Answer delete(HubClient who, String path) {
        return who.send(who.to(path).DELETE());
    }

    @Test
    void aKeyStandsForThirtyDaysAndNoLonger() {
        var longer = ask(person, "F2", 31);
        assertThat(longer.status()).isEqualTo(422);
        assertThat(longer.json().get("code").asString()).isEqualTo("devices.too-long");
        assertThatThrownBy(() -> update("ends_at = added_at + interval '31 days'", device.id()))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(ask(person, "F3", 3).json().get("code").asString())
                .isEqualTo("devices.above-person");
        var reader = signedIn(person("north-aid", Role.OBSERVER, FieldClass.EXACT));
        var own = "{\"name\":\"x\",\"operation\":\"exercise\",\"ceiling\":\"F1\",\"days\":3}";
        assertThat(reader.post("/api/v1/devices", own).json().get("code").asString())
                .isEqualTo("devices.no-part");
    }

    @Test
    void whatItSignedInTimeIsHeardAfterItsEndAndMarked() {
        var inTime = id();
        var before = Instant.now().minus(Duration.ofHours(2));
        update(
                "added_at = now() - interval '5 days', ends_at = now() - interval '1 hour'",
                device.id());
        var text = device.sign(device.next(inTime, SEAT, seat()), before, HubUnderTest.OPERATION);
        assertThat(carry(text).get(0).get("status").asString()).isEqualTo("recorded");
        assertThat(statement(inTime).get("marks").toString()).contains("devices.heard-after-end");

        refused(device.sign(device.next(id(), SEAT, seat())), "devices.not-valid-then");
        refused(
                device.sign(
                        device.next(id(), SEAT, seat()),
                        Instant.now().minus(Duration.ofDays(6)),
                        HubUnderTest.OPERATION),
                "devices.not-valid-then");
        refused(
                device.sign(
                        device.next(
                                id(),
                                "flow.consignment-withdrawn",
                                Map.of("consignment", "C-1", "reason", "x")),
                        before,
                        HubUnderTest.OPERATION),
                "devices.ended");
        refused(
                device.sign(
                        device.next(id(), SEAT, seat()),
                        Instant.now().plus(Duration.ofHours(1)),
                        HubUnderTest.OPERATION),
                "devices.not-valid-then");
    }

    @Test
    void aRevokedDeviceIsOutAtOnceAndWhatWasHeardStays() {
        var known = device.sign(device.next(id(), SEAT, seat()));
        assertThat(carry(known).get(0).get("status").asString()).isEqualTo("recorded");
        var signed = device.sign(device.next(id(), SEAT, seat()));
        var officer = officer("north-aid");
        assertThat(delete(officer, "/api/v1/devices/" + device.id()).status()).isEqualTo(204);

        refused(signed, "devices.revoked");
        assertThat(carry(known).get(0).get("status").asString()).isEqualTo("repeated");
        assertThat(person.get("/api/v1/devices/" + device.id()).json().get("state").asString())
                .isEqualTo("revoked");
    }

    @Test
    void itEndsWithItsPersonsAccountAndComesBackWithNone() {
        var signed = device.sign(device.next(id(), SEAT, seat()));
        HUB.bean(Accounts.class).disable(account);
        refused(signed, "devices.revoked");
        HUB.bean(Accounts.class).enable(account);
        refused(signed, "devices.revoked");
    }

    @Test
    void nobodyElsesKeyAndNoAlteredTextSpeaks() {
        var stranger = new TestDevice("EdDSA", hub());
        stranger.called(device.id());
        refused(stranger.sign(stranger.next(id(), SEAT, seat())), "devices.key-unknown");

        var good = device.sign(device.next(id(), SEAT, seat()));
        var parts = good.split("\\.");
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var altered = payload.replace("invited", "seated ").replace("seated ", "arrived");
        refused(parts[0] + "." + base64(altered) + "." + parts[2], "devices.not-signed");
        refused(parts[0] + "." + parts[1] + ".", "devices.not-signed");
        refused(parts[0] + "." + parts[1], "devices.unreadable");
        refused("ey.no.thing", "devices.unreadable");
        for (var algorithm : List.of("none", "HS256", "ES256")) {
            var header =
                    new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
            refused(
                    base64(header.replace("EdDSA", algorithm)) + "." + parts[1] + "." + parts[2],
                    "devices.unreadable");
        }
        for (int bit = 0; bit < 8 * 64; bit += 37) {
            var signature = Base64.getUrlDecoder().decode(parts[2]);
            signature[bit / 8] ^= (byte) (1 << bit % 8);
            refused(
                    parts[0]
                            + "."
                            + parts[1]
                            + "."
                            + Base64.getUrlEncoder().withoutPadding().encodeToString(signature),
                    "devices.not-signed");
        }
        assertThat(carry(good).get(0).get("status").asString()).isEqualTo("recorded");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void itSpeaksHereInItsOperationAndUnderItsName() {
        var elsewhere = new HashMap<String, Object>();
        elsewhere.put("hub", "https://another.example");
        elsewhere.put("operation", HubUnderTest.OPERATION);
        elsewhere.put("signedAt", Instant.now().toString());
        elsewhere.put("statement", device.next(id(), SEAT, seat()));
        refused(device.signed("parley-statement+jws", elsewhere), "devices.elsewhere");
        refused(
                device.sign(device.next(id(), SEAT, seat()), Instant.now(), "another"),
                "devices.other-operation");
        var other = device.next(id(), SEAT, seat());
        other.put("device", Map.of("id", "key.another", "seq", 1));
        refused(device.sign(other), "devices.other-device");
        refused(
                device.sign(
                        device.next(id(), "access.membership-began", Map.of("organisation", "x"))),
                "devices.not-for-devices");
        refused(device.sign(device.next(id(), "no.such-type", seat())), "devices.type-unknown");
    }

    @ParameterizedTest
    @CsvSource({"claimedAt", "label", "device", "id"})
    void itSaysWhatItCannotLeaveToTheHub(String field) {
        var statement = device.next(id(), SEAT, seat());
        statement.remove(field);
        var fate = carry(device.sign(statement)).get(0);
        assertThat(fate.get("code").asString()).isEqualTo("devices.statement-invalid");
        assertThat(fate.get("errors").get(0).get("field").asString())
                .isEqualTo("statement." + field);
    }

    @Test
    void theSameIdForAnotherStatementIsTaken() {
        var id = id();
        carry(device.sign(device.next(id, SEAT, seat())));
        var other = new HashMap<>(seat());
        other.put("stage", "seated");
        refused(device.sign(device.next(id, SEAT, other)), "journal.id-taken");
    }

    @Test
    void whatAnOfficerEnrolsForAnotherWaitsForASecond() {
        var second = SecondOfficer.of(HUB, "north-aid");
        var made = ask(officer("north-aid"), "F1", 3);
        assertThat(made.json().get("waits").asBoolean()).isTrue();
        var path = made.json().get("link").asString().substring(hub().length());
        assertThat(page(path)).contains("waits for a second person").doesNotContain("data-device");
        assertThat(person.get("/devices").text()).contains("Waits for a second person");
        assertThat(second.client().get("/api/v1/second-person").text())
                .contains("\"device\"", HubUnderTest.OPERATION + " F1 3");

        assertThat(second.standsForAll()).isPositive();
        var one = new TestDevice("EdDSA", hub());
        assertThat(bring(path, one.key(attribute(page(path), "challenge"))))
                .contains("is enrolled");
    }

    @Test
    void nobodyCountsInItsName() {
        var answer =
                person.post(
                        inOperation("/statements"),
                        HubClient.JSON.writeValueAsString(
                                device.statement(id(), 99, SEAT, seat())));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("value.device-enrolled");
    }

    @Test
    void aLinkIsGoodOnceForTheKeyThatAnswersIt() {
        var path = ask(person, "F1", 7).json().get("link").asString().substring(hub().length());
        var challenge = attribute(page(path), "challenge");
        var one = new TestDevice("EdDSA", hub());
        assertThat(bring(path, one.key("another"))).contains("made for another link");
        assertThat(bring(path, "nothing")).contains("This is no key");
        assertThat(bring(path, one.key(challenge))).contains("is enrolled");
        assertThat(atOwnName(path).status()).isEqualTo(404);

        var second = ask(person, "F1", 7).json().get("link").asString().substring(hub().length());
        assertThat(bring(second, one.key(attribute(page(second), "challenge"))))
                .contains("This key was enrolled before");
        assertThat(person.get("/api/v1/devices").json().size()).isEqualTo(2);
    }

    @Test
    void anybodyWhoIsSignedInBringsItByAPage() {
        var south = HUB.as(HubUnderTest.SOUTH);
        var page = south.get("/devices/statements");
        assertThat(page.text()).contains("Bring what a device signed");
        var text = device.sign(device.next(id(), SEAT, seat()));
        var answer =
                south.send(
                        south.to("/devices/statements")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("text=" + text)));
        assertThat(answer.text()).contains("In the journal");
    }

    /// What it signed holds the text, so it is held back with it.
    @Test
    void whatItSignedIsHeldBackWithATextThatLooksLikePersonalData() {
        var one = enrolled(new TestDevice("EdDSA", hub()), 30);
        var id = id();
        var says =
                Map.<String, Object>of(
                        "partner", "north-aid",
                        "authority", "host",
                        "status", "applied",
                        "since", "2026-03-01",
                        "reason", "ask Mr Sabbagh");

        var fate = carry(one.sign(one.next(id, "partners.registration-reported", says))).get(0);

        assertThat(fate.get("status").asString()).as(fate.toString()).isEqualTo("recorded");
        var seen = statement(id);
        assertThat(seen.at("/says/reason").asString()).matches(HeldText.TOKEN);
        assertThat(seen.get("signed").asString()).matches(HeldText.TOKEN);
        var held = person.get(inOperation("/held-texts/" + id)).json();
        assertThat(held.at("/texts/0/text").asString()).isEqualTo("ask Mr Sabbagh");
        assertThat(held.at("/texts/1/sign").asString()).isEqualTo("signed");
        var file =
                DisclosurePackage.parse(
                        person.get(inOperation("/statements/north-aid/" + id + "/package"))
                                .bytes());
        WrittenStatement.parse(file.statement()).requireAll(file.disclosures());
        assertThat(file.disclosures())
                .extracting(part -> part.name())
                .contains("reason")
                .doesNotContain(DeviceStatement.FIELD);
    }
}
