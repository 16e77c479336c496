package org.parley.hub.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.parley.hub.access.SignedIn;
import org.parley.hub.signin.HubOrigin;
import org.parley.hub.signin.Refused;
import org.parley.hub.signin.SecondOfficer;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// Machines get short tokens for a signature, send a proof with each request, and are out the
/// moment their key is revoked. Nothing that was caught on the way is worth anything.
class MachinesTest {

    private static final HubUnderTest HUB = HubUnderTest.shared();
    private static final String LIST = HubClient.inOperation("/statements");

    private static final SecondOfficer SECOND = SecondOfficer.of(HUB, "north-aid");

    private final SignedIn officer = officer("north-aid");
    private final Machines machines = HUB.bean(Machines.class);
    private final TestMachine machine = machine("EdDSA");
    private final String id = enrol(machine, Role.CONTRIBUTOR);

    private static String token(String organisation, Duties duties) {
        var account = "person-" + UUID.randomUUID().toString().substring(0, 8);
        var part =
                new Account.Part(
                        new OperationId(HubUnderTest.OPERATION),
                        Role.CONTRIBUTOR,
                        FieldClass.EXACT);
        var accounts = HUB.bean(Accounts.class);
        accounts.enrol(
                new Account(
                        account,
                        new PartnerId(organisation),
                        account,
                        false,
                        false,
                        List.of(part)));
        accounts.setDuties(account, duties);
        return HUB.bean(SignIns.class)
                .open(account, Means.PASSKEY, "192.0.2.1", "key", Instant.now());
    }

    private static SignedIn officer(String organisation) {
        return HUB.bean(SignIns.class)
                .find(token(organisation, new Duties(true, false)))
                .orElseThrow();
    }

    private static TestMachine machine(String algorithm) {
        return new TestMachine(
                algorithm, HUB.bean(HubOrigin.class).text(), new HubClient(HUB.address(), null));
    }

    private static Account.Part part(Role role) {
        return new Account.Part(
                new OperationId(HubUnderTest.OPERATION), role, FieldClass.OPERATIONAL);
    }

    private String enrol(TestMachine one, Role role) {
        var account =
                machines.enrol(officer, "stock reports", part(role), one.enrolment(), "192.0.2.1");
        assertThat(SECOND.standsForAll()).isPositive();
        return account;
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
                                "stage", "invited",
                                "on", "2026-03-01",
                                "approximate", true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EdDSA", "ES256"})
    void aMachineReadsAndSpeaksForItsOrganisation(String algorithm) {
        var one = machine(algorithm);
        var account = enrol(one, Role.CONTRIBUTOR);
        var answer =
                one.askForToken(
                        one.assertion(account, Map.of()),
                        one.proof("POST", "/api/v1/token", "", Map.of()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().get("token_type").asString()).isEqualTo("DPoP");
        assertThat(answer.json().get("expires_in").asLong()).isBetween(1L, 600L);
        var token = answer.json().get("access_token").asString();

        assertThat(one.get(LIST + "?limit=2", token).status()).isEqualTo(200);
        var posted = one.post(LIST, token, said());
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
    }

    @Test
    void itEndsWithinTenMinutes() {
        machine.token(id);
        var session = HUB.bean(SignIns.class).sessions(id).getFirst();
        assertThat(Duration.between(session.openedAt(), session.endsAt()))
                .isLessThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(session.boundTo()).isEqualTo(machine.kid());
    }

    @ParameterizedTest
    @CsvSource({
        "iss, somebody-else, machines.assertion-other-machine",
        "sub, somebody-else, machines.assertion-other-machine",
        "aud, https://another.example, machines.assertion-elsewhere",
        "exp, 1000000000, machines.assertion-old",
        "exp, 9000000000, machines.assertion-old",
        "exp, , machines.assertion-old",
        "iat, 9000000000, machines.assertion-old",
        "nbf, 9000000000, machines.assertion-old",
        "jti, , machines.assertion-unreadable"
    })
    void anAssertionIsCheckedClaimByClaim(String claim, String value, String code) {
        Object given =
                value == null ? "" : value.matches("\\d+") ? (Object) Long.valueOf(value) : value;
        refusesAssertion(machine.assertion(id, Map.of(claim, given)), 401, code);
    }

    @Test
    void anAssertionForTwoIsForNobody() {
        var both = List.of(HUB.bean(HubOrigin.class).text(), "https://another.example");
        refusesAssertion(
                machine.assertion(id, Map.of("aud", both)), 401, "machines.assertion-elsewhere");
    }

    @Test
    void anAssertionIsGoodOnce() {
        var assertion = machine.assertion(id, Map.of());
        assertThat(
                        machine.askForToken(
                                        assertion,
                                        machine.proof("POST", "/api/v1/token", "", Map.of()))
                                .status())
                .isEqualTo(200);
        refusesAssertion(assertion, 401, "machines.assertion-used");
    }

    @Test
    void otherAlgorithmsAndOthersKeysAssertNothing() {
        var other = machine("EdDSA");
        refusesAssertion(other.assertion(id, Map.of()), 401, "machines.assertion-unknown-key");
        var claims = Map.of("iss", id, "sub", id, "jti", "a", "exp", TestMachine.now() + 60);
        refusesAssertion(
                other.jwt(Map.of("kid", machine.kid()), claims),
                401,
                "machines.assertion-unsigned");
        for (var algorithm : List.of("none", "HS256", "RS256", "ES384")) {
            refusesAssertion(
                    machine.jwt(Map.of("alg", algorithm, "kid", machine.kid()), claims),
                    401,
                    "machines.assertion-unreadable");
        }
        refusesAssertion(
                machine.jwt(Map.of("alg", "ES256", "kid", machine.kid()), claims),
                401,
                "machines.assertion-unsigned");
        refusesAssertion("not.a.jwt", 401, "machines.assertion-unreadable");
        var good = machine.assertion(id, Map.of());
        refusesAssertion(
                good.substring(0, good.length() - 6) + "AAAAAA",
                401,
                "machines.assertion-unsigned");
    }

    private void refusesAssertion(String assertion, int status, String code) {
        var answer =
                machine.askForToken(
                        assertion, machine.proof("POST", "/api/v1/token", "", Map.of()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().get("error").asString()).isEqualTo("invalid_client");
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(answer.json().get("error_description").asString()).matches("[ -~]{20,}");
    }

    @Test
    void aTokenIsAskedForWithAProofToo() {
        var without = machine.askForToken(machine.assertion(id, Map.of()));
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.json().get("error").asString()).isEqualTo("invalid_dpop_proof");
        assertThat(without.json().get("code").asString()).isEqualTo("machines.proof-missing");
        var proof = machine.proof("POST", "/api/v1/token", "", Map.of());
        var twice = machine.askForToken(machine.assertion(id, Map.of()), proof, proof);
        assertThat(twice.json().get("code").asString()).isEqualTo("machines.proof-missing");
    }

    @ParameterizedTest
    @CsvSource({
        "htm, POST, machines.proof-elsewhere",
        "htu, https://another.example/api/v1/operations/exercise/statements,"
                + " machines.proof-elsewhere",
        "htu, not an address, machines.proof-elsewhere",
        "htu, , machines.proof-elsewhere",
        "iat, 1000000000, machines.proof-old",
        "iat, 9000000000, machines.proof-old",
        "iat, , machines.proof-old",
        "ath, , machines.proof-other-token",
        "ath, bm90LWl0, machines.proof-other-token",
        "jti, , machines.proof-unreadable"
    })
    void aProofIsForOneRequestAndNow(String claim, String value, String code) {
        var token = machine.token(id);
        Object given =
                value == null ? "" : value.matches("\\d+") ? (Object) Long.valueOf(value) : value;
        refusesProof(token, machine.proof("GET", LIST, token, Map.of(claim, given)), code);
        assertThat(machine.get(LIST, token).status()).isEqualTo(200);
    }

    @Test
    void aStolenTokenIsWorthNothing() {
        var token = machine.token(id);
        refusesProof(token, "", "machines.proof-missing");
        var thief = machine("EdDSA");
        refusesProof(token, thief.proof("GET", LIST, token, Map.of()), "machines.proof-other-key");
        var proof = machine.proof("GET", LIST, token, Map.of());
        assertThat(machine.get(LIST, "DPoP", token, proof).status()).isEqualTo(200);
        refusesProof(token, proof, "machines.proof-used");

        var asBearer = machine.get(LIST, "Bearer", token, "");
        assertThat(asBearer.status()).isEqualTo(401);
        assertThat(asBearer.json().get("code").asString()).isEqualTo("access.token-bound");
        var asCookie =
                new HubClient(HUB.address(), null)
                        .get(LIST, "Cookie", SignIns.COOKIE + "=" + token);
        assertThat(asCookie.status()).isEqualTo(401);
    }

    @Test
    void aPersonsTokenIsNoBoundOne() {
        var token = token("north-aid", Duties.NONE);
        var answer = machine.get(LIST, "DPoP", token, machine.proof("GET", LIST, token, Map.of()));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().get("code").asString()).isEqualTo("access.token-not-bound");
    }

    private void refusesProof(String token, String proof, String code) {
        var answer = machine.get(LIST, "DPoP", token, proof);
        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_dpop_proof");
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
    }

    @Test
    void aProofInsidesOutIsUnreadable() {
        var token = machine.token(id);
        var claims = Map.of("jti", "x", "htm", "GET", "htu", "x", "iat", TestMachine.now());
        for (var header :
                List.of(
                        Map.of("typ", "JWT", "jwk", machine.jwk()),
                        Map.of("typ", "dpop+jwt"),
                        Map.of("typ", "dpop+jwt", "alg", "none", "jwk", machine.jwk()),
                        Map.of(
                                "typ",
                                "dpop+jwt",
                                "jwk",
                                machine.jwk(),
                                "crit",
                                List.of("x"),
                                "x",
                                1))) {
            refusesProof(token, machine.jwt(header, claims), "machines.proof-unreadable");
        }
        refusesProof(
                token,
                machine("EdDSA").jwt(Map.of("typ", "dpop+jwt", "jwk", machine.jwk()), claims),
                "machines.proof-unsigned");
    }

    @Test
    void aRevokedKeyEndsItsTokensWithTheNextRequestAndIsNeverTakenAgain() {
        var token = machine.token(id);
        assertThat(machine.get(LIST, token).status()).isEqualTo(200);

        machines.revoke(officer, id, machine.kid(), "192.0.2.1");

        assertThat(machine.get(LIST, token).status()).isEqualTo(401);
        refusesAssertion(machine.assertion(id, Map.of()), 401, "machines.assertion-unknown-key");
        refusesKey(machine.enrolment(), "machines.key-known");
    }

    @Test
    void aDisabledMachineIsOut() {
        var token = machine.token(id);
        HUB.bean(Accounts.class).disable(id);
        assertThat(machine.get(LIST, token).status()).isEqualTo(401);
        refusesAssertion(machine.assertion(id, Map.of()), 401, "machines.disabled");
    }

    @Test
    void onlyWhoHoldsAKeyCanHaveItEnrolled() {
        var origin = HUB.bean(HubOrigin.class).text();
        var other = machine("EdDSA");
        var claims = Map.of("aud", origin, "iat", TestMachine.now());
        refusesKey("no key", "machines.key-unreadable");
        refusesKey(
                other.jwt(Map.of("typ", "parley-key+jwt", "jwk", machine("EdDSA").jwk()), claims),
                "machines.key-unsigned");
        refusesKey(
                other.jwt(
                        Map.of("typ", "parley-key+jwt", "jwk", other.jwk()),
                        Map.of("aud", "https://another.example", "iat", TestMachine.now())),
                "machines.key-elsewhere");
        refusesKey(
                other.jwt(
                        Map.of(
                                "typ",
                                "parley-key+jwt",
                                "jwk",
                                Map.of("kty", "OKP", "crv", "Ed25519", "x", "A".repeat(43))),
                        claims),
                "machines.key-unreadable");
    }

    private void refusesKey(String text, String code) {
        assertThatThrownBy(() -> machines.addKey(officer, id, text, "192.0.2.1"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why().code()).isEqualTo(code));
    }

    @Test
    void anotherOrganisationsMachineIsNotThere() {
        var stranger = officer("south-relief");
        assertThat(machines.of(stranger))
                .noneMatch(one -> one.standing().account().id().equals(id));
        assertThatThrownBy(() -> machines.revoke(stranger, id, machine.kid(), "192.0.2.1"))
                .isInstanceOf(Refused.class);
        assertThat(machine.get(LIST, machine.token(id)).status()).isEqualTo(200);
    }

    @Test
    void aMachineDoesNoActOfHighValue() {
        var answer =
                machine.post(
                        LIST,
                        machine.token(id),
                        "{\"id\":\"%s\",\"type\":\"access.membership-began\",\"says\":{\"organisation\":\"newcomer\"}}"
                                .formatted(UUID.randomUUID()));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("code").asString()).isEqualTo("access.not-for-machines");
    }

    @Test
    void officersDoTheSameByTheApi() {
        var client = new HubClient(HUB.address(), token("north-aid", new Duties(true, false)));
        var one = machine("ES256");
        var made =
                client.post(
                        "/api/v1/machines",
                        HubClient.JSON.writeValueAsString(
                                Map.of(
                                        "name", "weather",
                                        "operation", HubUnderTest.OPERATION,
                                        "role", "observer",
                                        "ceiling", "F1",
                                        "key", one.enrolment())));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var account = made.json().get("id").asString();
        assertThat(client.get("/api/v1/machines").text()).contains(account, one.kid());
        assertThat(refusal(one, account)).isEqualTo("machines.assertion-unknown-key");
        assertThat(client.get("/machines").text()).contains("waits for a second person");
        assertThat(SECOND.standsForAll()).isEqualTo(1);
        assertThat(one.get(LIST, one.token(account)).status()).isEqualTo(200);

        var again =
                client.post(
                        "/api/v1/machines/" + account + "/keys",
                        HubClient.JSON.writeValueAsString(Map.of("key", one.enrolment())));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.json().get("code").asString()).isEqualTo("machines.key-known");

        var gone =
                client.send(
                        client.to("/api/v1/machines/" + account + "/keys/" + one.kid()).DELETE());
        assertThat(gone.status()).isEqualTo(204);
        assertThat(client.get("/api/v1/machines").text())
                .contains(account)
                .doesNotContain(one.kid());

        var person = new HubClient(HUB.address(), token("north-aid", Duties.NONE));
        assertThat(person.get("/api/v1/machines").status()).isEqualTo(404);
    }

    private static String refusal(TestMachine one, String account) {
        return one.askForToken(
                        one.assertion(account, Map.of()),
                        one.proof("POST", "/api/v1/token", "", Map.of()))
                .json()
                .get("code")
                .asString();
    }

    /// The example in the documentation runs as it is written there.
    @Test
    void theExampleWorksAgainstAHub() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("machine");
        var key = folder.resolve("key").toString();
        var hub = HUB.bean(HubOrigin.class).text();
        var text = run("key", hub, key).strip();
        var account = machines.enrol(officer, "example", part(Role.CONTRIBUTOR), text, "192.0.2.1");
        SECOND.standsForAll();
        assertThat(run("call", hub, key, account, "GET", LIST + "?limit=1")).startsWith("200 ");
        assertThat(run("call", hub, key, account, "POST", LIST, said())).startsWith("201 ");
    }

    private static String run(String... words) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "../docs/examples/Machine.java"));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return said;
    }
}
