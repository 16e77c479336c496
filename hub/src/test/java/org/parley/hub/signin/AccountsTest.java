package org.parley.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.Duties;
import org.parley.hub.access.Means;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignIns;
import org.parley.hub.access.SignedIn;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// What accounts may do, and from when on they may not any more.
class AccountsTest {

    private static final HubUnderTest HUB = HubUnderTest.shared();

    private static final String MEMBERSHIP =
            "{\"id\":\"%s\",\"type\":\"access.membership-began\",\"says\":{\"organisation\":\"newcomer\"}}";

    private static String person(String organisation, Role role, Duties duties) {
        var id = "person-" + UUID.randomUUID().toString().substring(0, 8);
        var part =
                new Account.Part(new OperationId(HubUnderTest.OPERATION), role, FieldClass.EXACT);
        var parts = duties.operator() ? List.<Account.Part>of() : List.of(part);
        var accounts = HUB.bean(Accounts.class);
        accounts.enrol(new Account(id, new PartnerId(organisation), id, false, false, parts));
        accounts.setDuties(id, duties);
        return id;
    }

    private static String token(String account, Duration verifiedAgo) {
        return HUB.bean(SignIns.class)
                .open(account, Means.PASSKEY, "192.0.2.1", "key", Instant.now().minus(verifiedAgo));
    }

    private static HubClient with(String token) {
        return new HubClient(HUB.address(), token);
    }

    private static SignedIn who(String account) {
        return HUB.bean(SignIns.class).find(token(account, Duration.ZERO)).orElseThrow();
    }

    @Test
    void anActOfHighValueWantsAFreshProof() {
        var account = person("host", Role.COORDINATOR, Duties.NONE);
        var path = HubClient.inOperation("/statements");

        var late =
                with(token(account, Duration.ofMinutes(6)))
                        .post(path, MEMBERSHIP.formatted(UUID.randomUUID()));
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.json().get("code").asString()).isEqualTo("access.verify-again");

        var fresh =
                with(token(account, Duration.ofMinutes(1)))
                        .post(path, MEMBERSHIP.formatted(UUID.randomUUID()));
        assertThat(fresh.status()).isEqualTo(201);
    }

    @Test
    void aRevokedKeyEndsTheSessionsThatItOpenedAndNoOthers() {
        var account = person("north-aid", Role.CONTRIBUTOR, Duties.NONE);
        var lost = key(account, "Key");
        var kept = key(account, "Key"); // a name tells no keys apart
        var byLost = tokenOf(account, lost);
        var byKept = tokenOf(account, kept);
        var keyring = HUB.bean(Keyring.class);
        var owner = HUB.bean(SignIns.class).find(byKept).orElseThrow();

        keyring.revoke(owner, "no-such-key", "192.0.2.1");
        keyring.revoke(owner, lost, "192.0.2.1");

        assertThat(with(byLost).get("/api/v1/me").status()).isEqualTo(401);
        assertThat(with(byKept).get("/api/v1/me").status()).isEqualTo(200);
        assertThat(keyring.of(account)).extracting(Passkey::id).containsExactly(kept);
        assertThatThrownBy(() -> keyring.revoke(owner, kept, "192.0.2.1"))
                .isInstanceOf(Refused.class)
                .extracting(refused -> ((Refused) refused).why().code())
                .isEqualTo("signin.last-key");
    }

    private static String key(String account, String name) {
        var credential = UUID.randomUUID().toString().getBytes(UTF_8);
        var kept =
                new PasskeyStore.Kept(
                        credential, account, new byte[32], name, new byte[1], 0, false, false, "");
        HUB.bean(Deeds.class).together(() -> HUB.bean(PasskeyStore.class).add(kept, Instant.now()));
        return Keyring.id(credential);
    }

    private static String tokenOf(String account, String key) {
        return HUB.bean(SignIns.class)
                .open(account, Means.PASSKEY, "192.0.2.1", key, Instant.now());
    }

    @Test
    void somebodySeesAndEndsTheirOwnSessionsByTheApi() {
        var account = person("north-aid", Role.CONTRIBUTOR, Duties.NONE);
        var here = with(token(account, Duration.ZERO));
        var elsewhere = with(token(account, Duration.ZERO));
        var listed = here.get("/api/v1/sessions").json();
        assertThat(listed.size()).isEqualTo(2);
        var other =
                listed.valueStream()
                        .filter(one -> !one.get("current").asBoolean())
                        .findFirst()
                        .orElseThrow()
                        .get("id")
                        .asString();

        var stranger =
                with(token(person("north-aid", Role.CONTRIBUTOR, Duties.NONE), Duration.ZERO));
        stranger.send(stranger.to("/api/v1/sessions/" + other).DELETE());
        assertThat(elsewhere.get("/api/v1/me").status()).isEqualTo(200);

        assertThat(here.send(here.to("/api/v1/sessions/" + other).DELETE()).status())
                .isEqualTo(204);
        assertThat(elsewhere.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(here.get("/api/v1/sessions").json().size()).isEqualTo(1);
    }

    @Test
    void aDisabledAccountsNextRequestFails() {
        var account = person("north-aid", Role.CONTRIBUTOR, Duties.NONE);
        var tokens = List.of(token(account, Duration.ZERO), token(account, Duration.ZERO));
        tokens.forEach(one -> assertThat(with(one).get("/api/v1/me").status()).isEqualTo(200));

        HUB.bean(Accounts.class).disable(account);

        tokens.forEach(one -> assertThat(with(one).get("/api/v1/me").status()).isEqualTo(401));
    }

    @Test
    void sessionsEndOneByOne() {
        var account = person("north-aid", Role.OBSERVER, Duties.NONE);
        var first = token(account, Duration.ZERO);
        var second = token(account, Duration.ZERO);
        var signIns = HUB.bean(SignIns.class);

        signIns.endOne(account, signIns.find(first).orElseThrow().session().id());

        assertThat(with(first).get("/api/v1/me").status()).isEqualTo(401);
        assertThat(with(second).get("/api/v1/me").status()).isEqualTo(200);
        assertThat(signIns.sessions(account)).hasSize(1);
    }

    @Test
    void whoSpeaksForWhatIsNotHeldIsRefused() {
        for (var role : List.of(Role.AUTHORITY, Role.LIAISON, Role.MONITOR)) {
            var answer =
                    with(token(person("north-aid", role, Duties.NONE), Duration.ZERO))
                            .say("partners.seat-reported", Map.of());

            assertThat(answer.status()).as(role.code()).isEqualTo(403);
            assertThat(answer.json().get("code").asString()).isEqualTo("access.part-not-held");
        }
    }

    @Test
    void aPartIsHeldByTheWordOfAnother() {
        var organisation = "customs-" + UUID.randomUUID().toString().substring(0, 8);
        var account = person(organisation, Role.AUTHORITY, Duties.NONE);
        var officer = who(person(organisation, Role.CONTRIBUTOR, new Duties(true, false)));
        var part =
                new Account.Part(
                        new OperationId(HubUnderTest.OPERATION), Role.AUTHORITY, FieldClass.EXACT);
        var people = HUB.bean(People.class);

        holdsAuthority(organisation, organisation);
        assertThat(seatReported(account)).isEqualTo(403);
        assertThatThrownBy(() -> people.setPart(officer, account, part, "192.0.2.1"))
                .isInstanceOf(Refused.class);

        holdsAuthority("host", organisation);
        assertThat(seatReported(account)).isEqualTo(201);
        people.setPart(officer, account, part, "192.0.2.1");
    }

    private static void holdsAuthority(String saidBy, String organisation) {
        var said =
                with(token(person(saidBy, Role.CONTRIBUTOR, Duties.NONE), Duration.ZERO))
                        .say(
                                "partners.role-held",
                                Map.of(
                                        "partner", organisation,
                                        "role", "authority",
                                        "from", "2020-01-01",
                                        "instrument", "a letter"));
        assertThat(said.status()).as(said.text()).isEqualTo(201);
    }

    private static int seatReported(String account) {
        return with(token(account, Duration.ZERO))
                .say(
                        "partners.seat-reported",
                        Map.of(
                                "partner", "host",
                                "stage", "invited",
                                "on", "2026-03-01",
                                "approximate", false))
                .status();
    }

    @Test
    void anOperatorReadsNothingOfAnyOperation() {
        var operators =
                List.of(
                        with(
                                token(
                                        person("host", Role.OPERATOR, new Duties(false, true)),
                                        Duration.ZERO)),
                        with(token(person("host", Role.OPERATOR, Duties.NONE), Duration.ZERO)));
        int asked = 0;
        for (var path :
                HUB.stranger().get("/api/v1/openapi.json").json().required("paths").properties()) {
            if (path.getKey().startsWith("/api/v1/operations/{operation}/")
                    && path.getValue().has("get")) {
                var address =
                        path.getKey()
                                .replace("{operation}", HubUnderTest.OPERATION)
                                .replaceAll("\\{[^}]*}", "x");
                for (var operator : operators) {
                    assertThat(operator.get(address).status()).as(address).isIn(400, 404, 405);
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(30);
    }

    @Test
    void nobodyGivesMoreThanTheyHave() {
        var people = HUB.bean(People.class);
        var officer = who(person("south-relief", Role.CONTRIBUTOR, new Duties(true, false)));
        var operation = new OperationId(HubUnderTest.OPERATION);

        assertThatThrownBy(
                        () ->
                                people.invite(
                                        officer,
                                        invitation("north-aid", operation, Role.OBSERVER),
                                        "a"))
                .hasMessage("signin.not-yours");
        assertThatThrownBy(
                        () ->
                                people.invite(
                                        officer,
                                        invitation("south-relief", operation, Role.COORDINATOR),
                                        "a"))
                .hasMessage("signin.not-yours-to-give");
        assertThatThrownBy(
                        () ->
                                people.invite(
                                        officer,
                                        invitation("south-relief", operation, Role.LIAISON),
                                        "a"))
                .hasMessage("access.part-not-held");
        assertThat(
                        people.invite(
                                        officer,
                                        invitation("south-relief", operation, Role.OBSERVER),
                                        "a")
                                .address())
                .contains("/enrol/");
    }

    private static People.Invitation invitation(
            String organisation, OperationId operation, Role role) {
        return new People.Invitation(
                organisation,
                "Desk",
                Duties.NONE,
                java.util.Set.of(new Account.Part(operation, role, FieldClass.EXACT)));
    }

    @Test
    void twoOfficersWhoAreDifferentPeopleStandForSomebody() {
        var recovery = HUB.bean(Recovery.class);
        var lost = person("org-r", Role.OBSERVER, Duties.NONE);
        var first = who(person("org-r", Role.OBSERVER, new Duties(true, false)));
        var second = who(person("org-r", Role.OBSERVER, new Duties(true, false)));
        var stranger = who(person("org-s", Role.OBSERVER, new Duties(true, false)));

        assertThatThrownBy(() -> recovery.ask(stranger, lost, "a")).hasMessage("signin.not-yours");
        recovery.ask(first, lost, "a");
        var id = recovery.open(first).getFirst().id();

        assertThatThrownBy(() -> recovery.approve(first, id, "a"))
                .hasMessage("signin.same-officer");
        assertThatThrownBy(() -> recovery.approve(stranger, id, "a"))
                .hasMessage("signin.not-yours");
        assertThat(recovery.approve(second, id, "a").address()).contains("/enrol/");
        assertThatThrownBy(() -> recovery.approve(second, id, "a"))
                .hasMessage("signin.recovery-ended");
    }

    @Test
    void whoGuessesWaitsAndNobodyElseDoes() {
        var recovery = HUB.bean(Recovery.class);
        var account = person("north-aid", Role.OBSERVER, Duties.NONE);
        var code = recovery.newCodes(who(account), "a").getFirst();
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> recovery.useCode("nothing", "192.0.2.66"))
                    .hasMessage("signin.no-such-code");
        }

        assertThatThrownBy(() -> recovery.useCode(code, "192.0.2.66"))
                .hasMessage("signin.too-many-tries");
        assertThat(
                        recovery.useCode(code.toLowerCase(java.util.Locale.ROOT), "192.0.2.67")
                                .address())
                .contains("/enrol/");
        assertThatThrownBy(() -> recovery.useCode(code, "192.0.2.67"))
                .hasMessage("signin.no-such-code");
    }
}
