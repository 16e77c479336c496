package org.parley.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/// What one person enrols for another is good for nothing until a second stands for it; who asked
/// cannot; where nobody else is there, one suffices and the log says so.
class SecondPersonStory {

    private static final HubUnderTest HUB = HubUnderTest.start();
    private static final String API = "/api/v1/second-person";

    private final String organisation = "org-" + UUID.randomUUID().toString().substring(0, 8);
    private final People people = HUB.bean(People.class);
    private final SecondPeople second = HUB.bean(SecondPeople.class);
    private final Enrolments enrolments = HUB.bean(Enrolments.class);

    @AfterAll
    static void stop() {
        HUB.close();
    }

    private static String person(String organisation, Duties duties) {
        var id = "person-" + UUID.randomUUID().toString().substring(0, 8);
        var part =
                new Account.Part(
                        new OperationId(HubUnderTest.OPERATION), Role.OBSERVER, FieldClass.EXACT);
        var parts = duties.operator() ? List.<Account.Part>of() : List.of(part);
        var accounts = HUB.bean(Accounts.class);
        accounts.enrol(new Account(id, new PartnerId(organisation), id, false, false, parts));
        accounts.setDuties(id, duties);
        return id;
    }

    private static String officer(String organisation) {
        return person(organisation, new Duties(true, false));
    }

    private static String token(String account, Duration ago) {
        return HUB.bean(SignIns.class)
                .open(account, Means.PASSKEY, "192.0.2.1", "key", Instant.now().minus(ago));
    }

    private static SignedIn who(String account) {
        return HUB.bean(SignIns.class).find(token(account, Duration.ZERO)).orElseThrow();
    }

    private static HubClient client(String account) {
        return new HubClient(HUB.address(), token(account, Duration.ZERO));
    }

    private Enrolments.Made invite(SignedIn who) {
        return people.invite(
                who, new People.Invitation(organisation, "Desk", Duties.NONE, Set.of()), "a");
    }

    private static String tokenIn(Enrolments.Made made) {
        return made.address().replaceAll(".*/enrol/", "");
    }

    private boolean isGood(Enrolments.Made made) {
        return enrolments.find(tokenIn(made), "192.0.2.9").filter(one -> !one.waits()).isPresent();
    }

    @Test
    void anInvitationWaitsForAnotherOfficer() {
        var first = who(officer(organisation));
        var other = officer(organisation);
        var stranger = who(officer("another"));
        var made = invite(first);
        assertThat(made.waits()).isTrue();
        assertThat(isGood(made)).isFalse();
        assertThatThrownBy(() -> enrolments.use(tokenIn(made), "x", "k", "", "", "a"))
                .hasMessage("signin.link-waits");
        var page = HUB.stranger().get("/enrol/" + tokenIn(made));
        assertThat(page.text())
                .contains("waits for a second person")
                .doesNotContain("data-passkey");

        var id = second.open(first).getFirst().id();
        assertThatThrownBy(() -> second.confirm(first, id, "a")).hasMessage("signin.same-person");
        assertThatThrownBy(() -> second.confirm(stranger, id, "a"))
                .hasMessage("signin.second-over");
        assertThat(second.open(stranger)).isEmpty();
        var plain = who(person(organisation, Duties.NONE));
        assertThat(second.open(plain)).isEmpty();

        for (var one : List.of(first.account(), other)) {
            var listed = client(one).get(API).json();
            assertThat(listed.size()).isEqualTo(1);
            assertThat(listed.get(0).get("what").asString()).isEqualTo("invitation");
            assertThat(listed.get(0).get("yours").asBoolean()).isEqualTo(one.equals(other));
            assertThat(client(one).get("/people").text()).contains("Waits for a second person");
        }
        var late = new HubClient(HUB.address(), token(other, Duration.ofMinutes(6)));
        assertThat(late.post(API + "/" + id, "").json().get("code").asString())
                .isEqualTo("access.verify-again");
        assertThat(isGood(made)).isFalse();

        assertThat(client(other).post(API + "/" + id, "").status()).isEqualTo(204);
        assertThat(isGood(made)).isTrue();
        assertThat(client(other).post(API + "/" + id, "").status()).isEqualTo(422);
        assertThat(people.acts(first))
                .extracting(Act::act)
                .contains("second-asked", "second-stood-for");
        assertThat(second.open(first)).isEmpty();
    }

    @Test
    void whatIsTakenBackOrLapsesIsNeverGood() {
        var first = who(officer(organisation));
        var other = who(officer(organisation));
        var taken = invite(first);
        var id = second.open(first).getFirst().id();
        second.withdraw(first, id, "a");
        assertThat(enrolments.find(tokenIn(taken), "192.0.2.8")).isEmpty();
        assertThatThrownBy(() -> second.confirm(other, id, "a")).hasMessage("signin.second-over");

        var lapsed = invite(first);
        var waiting = second.open(first).getFirst().id();
        HUB.bean(Deeds.class)
                .together(
                        () ->
                                HUB.bean("keeper", JdbcClient.class)
                                        .sql(
                                                """
                                                UPDATE access.second_person
                                                   SET asked_at = now() - interval '4 days',
                                                       ends_at = now() - interval '1 day'
                                                 WHERE id = :id
                                                """)
                                        .param("id", waiting)
                                        .update());
        assertThat(second.open(other)).isEmpty();
        assertThatThrownBy(() -> second.confirm(other, waiting, "a"))
                .hasMessage("signin.second-over");
        assertThat(isGood(lapsed)).isFalse();
    }

    @Test
    void whereThereIsNoOtherOfficerAnOperatorStandsForIt() {
        var only = who(officer(organisation));
        var operator = who(person("host", new Duties(false, true)));
        var made = invite(only);
        assertThat(made.waits()).isTrue();
        var id =
                second.open(operator).stream()
                        .filter(one -> one.organisation().equals(organisation))
                        .findFirst()
                        .orElseThrow()
                        .id();
        second.confirm(operator, id, "a");
        assertThat(isGood(made)).isTrue();

        officer(organisation);
        var next = invite(only);
        assertThat(second.open(operator)).noneMatch(one -> one.organisation().equals(organisation));
        assertThat(isGood(next)).isFalse();
        HUB.bean(Accounts.class).disable(operator.account());
    }

    @Test
    void aFurtherKeyOfOnesOwnWaitsAndTheSecondOfAnEnrolmentDoesNot() {
        var store = HUB.bean(PasskeyStore.class);
        var account = person(organisation, Duties.NONE);
        var other = who(officer(organisation));
        var since = Instant.now().minus(Duration.ofHours(72));
        assertThat(store.isSecondOfLink(account, since)).isFalse();
        key(account, Keyring.How.BY_LINK);
        assertThat(store.isSecondOfLink(account, since)).isTrue();
        assertThat(store.isSecondOfLink(account, Instant.now().plusSeconds(60))).isFalse();
        key(account, Keyring.How.ADDED);
        assertThat(store.isSecondOfLink(account, since)).isFalse();

        var third = key(account, Keyring.How.WAITS);
        assertThat(store.find(third.getBytes(UTF_8))).isEmpty();
        assertThat(store.of(account)).extracting(Passkey::waits).containsOnlyOnce(true);
        var id = Keyring.id(third.getBytes(UTF_8));
        HUB.bean(Deeds.class)
                .together(
                        () ->
                                second.hold(
                                        true,
                                        new SecondPeople.Wanted(
                                                Awaited.What.PASSKEY,
                                                id,
                                                account,
                                                organisation,
                                                account,
                                                "Key",
                                                ""),
                                        "a"));
        var waiting = second.open(who(account)).getFirst().id();
        assertThatThrownBy(() -> second.confirm(who(account), waiting, "a"))
                .hasMessage("signin.same-person");
        second.confirm(other, waiting, "a");
        assertThat(store.find(third.getBytes(UTF_8))).isPresent();
    }

    private static String key(String account, Keyring.How how) {
        var credential = UUID.randomUUID().toString();
        var kept =
                new PasskeyStore.Kept(
                        credential.getBytes(UTF_8),
                        account,
                        new byte[32],
                        "Key",
                        new byte[1],
                        0,
                        false,
                        false,
                        "");
        HUB.bean(Deeds.class)
                .together(() -> HUB.bean(PasskeyStore.class).add(kept, Instant.now(), how));
        return credential;
    }

    @Test
    void whereNobodyElseIsThereOneSufficesAndTheLogSaysSo() {
        HUB.bean(Accounts.class).all().stream()
                .filter(one -> one.duties().operator() && one.isPerson())
                .forEach(one -> HUB.bean(Accounts.class).disable(one.account().id()));
        var only = who(officer(organisation));
        var made = invite(only);
        assertThat(made.waits()).isFalse();
        assertThat(isGood(made)).isTrue();
        assertThat(people.acts(only)).extracting(Act::act).contains("second-nobody");
    }
}
