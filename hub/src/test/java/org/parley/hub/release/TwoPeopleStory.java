package org.parley.hub.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.hub.HubClient.inOperation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Readers;
import org.parley.hub.access.Role;
import org.parley.hub.api.Asked;
import org.parley.hub.api.NotAllowed;
import org.parley.hub.journal.Journal;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// What one person may not do alone is a proposal until a second person of the same organisation
/// agrees, and never by agreeing with oneself.
class TwoPeopleStory {

    private static final String FIRST = "host-desk";
    private static final String SECOND = "host-deputy";
    private static final String NORTH_SECOND = "north-aid-deputy";
    private static final String NORTH_MACHINE = "north-aid-machine";
    private static final HubUnderTest HUB = HubUnderTest.start();

    @BeforeAll
    static void enrol() {
        HUB.enrol(FIRST, "host", Role.COORDINATOR);
        HUB.enrol(SECOND, "host", Role.COORDINATOR);
        HUB.enrol(NORTH_SECOND, "north-aid", Role.CONTRIBUTOR);
        HUB.enrolMachine(NORTH_MACHINE, "north-aid");
        said(
                FIRST,
                "partners.group-described",
                "{\"group\":\"water\",\"names\":{\"common\":{\"en\":\"Water\"},\"byParty\":{}},\"lead\":\"north-aid\"}",
                "");
    }

    private static HubClient.Answer send(
            String account, String id, String type, String says, String more) {
        return HUB.as(account)
                .post(
                        inOperation("/statements"),
                        "{\"id\":\"%s\",\"claimedAt\":\"2026-03-01T08:00:00Z\",\"type\":\"%s\",\"says\":%s%s}"
                                .formatted(id, type, says, more));
    }

    private static String said(String account, String type, String says, String more) {
        var id = UUID.randomUUID().toString();
        var answer = send(account, id, type, says, more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return id;
    }

    private static String held(String account, String type, String says, String more) {
        var id = UUID.randomUUID().toString();
        var answer = send(account, id, type, says, more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().get("status").asString()).isEqualTo("held");
        // sent again it is the same proposal
        assertThat(send(account, id, type, says, more).status()).isEqualTo(202);
        return id;
    }

    private static HubClient.Answer agree(String account, String proposal) {
        return HUB.as(account)
                .post(inOperation("/proposals/%s/agreement".formatted(proposal)), "{}");
    }

    private static HubClient.Answer proposal(String account, String proposal) {
        return HUB.as(account).get(inOperation("/proposals/" + proposal));
    }

    private static String groups() {
        return HUB.as(FIRST).get(inOperation("/working-groups")).text();
    }

    @Test
    void anOrganisationEntersAGroupWhenASecondCoordinatorAgrees() {
        var proposal =
                held(
                        FIRST,
                        "access.membership-began",
                        "{\"organisation\":\"south-relief\",\"group\":\"water\"}",
                        "");
        assertThat(groups()).doesNotContain("south-relief");
        assertThat(proposal(SECOND, proposal).json().get("state").asString()).isEqualTo("open");

        var own = agree(FIRST, proposal);
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.json().get("code").asString()).isEqualTo("release.same-person");
        assertThat(groups()).doesNotContain("south-relief");
        for (var other : List.of(HubUnderTest.NORTH, HubUnderTest.SOUTH)) {
            assertThat(proposal(other, proposal).status()).isEqualTo(404);
            assertThat(agree(other, proposal).status()).isEqualTo(404);
        }

        var agreed = agree(SECOND, proposal);
        assertThat(agreed.status()).as(agreed.text()).isEqualTo(201);
        assertThat(groups()).contains("south-relief");
        var done = proposal(FIRST, proposal).json();
        assertThat(done.get("state").asString()).isEqualTo("agreed");
        var act =
                HUB.as(HubUnderTest.NORTH)
                        .get(inOperation("/statements/host/" + done.get("act").asString()));
        assertThat(act.json().get("type").asString()).isEqualTo("access.membership-began");
        // twice agreed, once done
        var again = agree(SECOND, proposal);
        assertThat(again.json().get("index").asLong())
                .isEqualTo(agreed.json().get("index").asLong());
    }

    @Test
    void whoMayNotDoItAtAllMayNotProposeItEither() {
        var answer =
                send(
                        HubUnderTest.NORTH,
                        UUID.randomUUID().toString(),
                        "access.membership-began",
                        "{\"organisation\":\"north-aid\",\"group\":\"water\"}",
                        "");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("code").asString()).isEqualTo("access.not-a-coordinator");
    }

    @Test
    void aWithdrawnProposalIsGone() {
        var proposal =
                held(
                        FIRST,
                        "access.membership-began",
                        "{\"organisation\":\"north-aid\",\"group\":\"water\"}",
                        "");
        said(SECOND, "release.act-withdrawn", "{\"proposal\":\"%s\"}".formatted(proposal), "");

        assertThat(agree(SECOND, proposal).status()).isEqualTo(404);
        assertThat(groups()).doesNotContain("\"north-aid\"]");
    }

    @Test
    void showingSomethingSensitiveToMoreWantsTwo() {
        var says =
                "{\"partner\":\"north-aid\",\"stage\":\"seated\",\"on\":\"2026-03-01\",\"approximate\":false}";
        var before =
                said(
                        HubUnderTest.NORTH,
                        "partners.seat-reported",
                        says,
                        ",\"label\":{\"audience\":[],\"sensitivity\":\"severe\"}");
        var wider =
                held(
                        HubUnderTest.NORTH,
                        "partners.seat-reported",
                        says,
                        ",\"replaces\":[\"%s\"],\"label\":{\"audience\":[{\"to\":\"operation\",\"upTo\":\"F1\"}],\"sensitivity\":\"moderate\"}"
                                .formatted(before));
        assertThat(agree(NORTH_MACHINE, wider).json().get("code").asString())
                .isEqualTo("release.not-a-person");

        assertThat(agree(NORTH_SECOND, wider).status()).isEqualTo(201);
        var act = proposal(HubUnderTest.NORTH, wider).json().get("act").asString();
        var seen = HUB.as(HubUnderTest.SOUTH).get(inOperation("/statements/north-aid/" + act));
        assertThat(seen.json().get("replaces").toString()).contains(before);

        // what stays as narrow as it was wants one
        said(
                HubUnderTest.NORTH,
                "partners.seat-reported",
                says,
                ",\"replaces\":[\"%s\"],\"label\":{\"audience\":[],\"sensitivity\":\"severe\"}"
                        .formatted(before));
    }

    @Test
    void describingAThingAgainToMoreWantsTwoThoughItReplacesNothing() {
        var says =
                "{\"site\":\"close-depot\",\"kind\":\"warehouse\",\"names\":{\"common\":{\"en\":\"Depot\"}},\"position\":{\"longitude\":31.25,\"latitude\":1.5}}";
        var toSouth =
                ",\"label\":{\"audience\":[{\"to\":\"organisations\",\"organisations\":[\"south-relief\"],\"upTo\":\"F3\"}],\"sensitivity\":\"high\"}";
        var id = UUID.randomUUID().toString();
        var alone = ",\"label\":{\"audience\":[],\"sensitivity\":\"severe\"}";
        for (int i = 0; i < 2; i++) { // sent again it is the same
            assertThat(send(HubUnderTest.NORTH, id, "places.site-described", says, alone).status())
                    .isIn(200, 201);
        }
        var wider = held(HubUnderTest.NORTH, "places.site-described", says, toSouth);
        assertThat(HUB.as(HubUnderTest.SOUTH).get(inOperation("/sites/close-depot")).status())
                .isEqualTo(404);

        assertThat(agree(NORTH_SECOND, wider).status()).isEqualTo(201);
        assertThat(HUB.as(HubUnderTest.SOUTH).get(inOperation("/sites/close-depot")).status())
                .isEqualTo(200);
        said(HubUnderTest.NORTH, "places.site-described", says, toSouth); // no wider than before
        // another organisation's word of the same place is its own
        said(HubUnderTest.SOUTH, "places.site-described", says, "");
    }

    @Test
    void aLargeExportWantsTwoAndIsGoodForADay() {
        var exporting = HUB.bean(Exporting.class);
        var what = "registers/north-aid/trucks by month";
        var asked = asked(HubUnderTest.NORTH);
        assertThatCode(() -> exporting.demand(asked, what, 100)).doesNotThrowAnyException();
        assertThatThrownBy(() -> exporting.demand(asked, what, 101))
                .isInstanceOfSatisfying(
                        NotAllowed.class,
                        refused ->
                                assertThat(refused.why().code())
                                        .isEqualTo("release.export-needs-two"));

        var proposal =
                held(
                        HubUnderTest.NORTH,
                        "release.export-drawn",
                        "{\"what\":\"%s\"}".formatted(what),
                        "");
        assertThatThrownBy(() -> exporting.demand(asked, what, 101)).isInstanceOf(NotAllowed.class);
        assertThat(agree(NORTH_SECOND, proposal).status()).isEqualTo(201);

        var now = asked(HubUnderTest.NORTH);
        assertThatCode(() -> exporting.demand(now, what, 101)).doesNotThrowAnyException();
        assertThatThrownBy(() -> exporting.demand(now, "another", 101))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> exporting.demand(asked(HubUnderTest.SOUTH), what, 101))
                .isInstanceOf(NotAllowed.class);
    }

    private static Asked asked(String account) {
        var operation = new OperationId(HubUnderTest.OPERATION);
        HUB.behalf(account, operation);
        var journal = HUB.bean(Journal.class);
        var organisation =
                new PartnerId(account.equals(HubUnderTest.NORTH) ? "north-aid" : "south-relief");
        var reader = HUB.bean(Readers.class).widest(operation, organisation);
        return new Asked(reader, journal.sight(reader), journal.now(operation), Locale.ENGLISH);
    }

    @Test
    void theTimeToAgreeEnds() {
        var at = Instant.parse("2026-03-01T08:00:00Z");
        assertThat(Proposals.state(null, at, at.minusNanos(1))).isEqualTo("open");
        assertThat(Proposals.state(null, at, at)).isEqualTo("expired");
        assertThat(Proposals.state(5L, at, at.plusSeconds(9))).isEqualTo("agreed");
    }
}
