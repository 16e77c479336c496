package org.parley.hub.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;
import static org.parley.hub.HubUnderTest.NORTH;
import static org.parley.hub.HubUnderTest.OUTSIDER;
import static org.parley.hub.HubUnderTest.SOUTH;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Role;
import org.parley.kernel.harm.HeldText;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Free text that looks like personal data reaches nobody but its submitter until they and a second
/// person of the organisation release or strike it (trust.md 5.2). The rest of what was said goes
/// its way at once.
class HeldTextStory {

    private static final String COLLEAGUE = "north-aid-deputy";
    private static final String MACHINE = "north-aid-machine";
    private static final HubUnderTest HUB = HubUnderTest.start();

    @BeforeAll
    static void enrol() {
        HUB.enrol(COLLEAGUE, "north-aid", Role.CONTRIBUTOR);
        HUB.enrolMachine(MACHINE, "north-aid");
    }

    @AfterAll
    static void close() {
        HUB.close();
    }

    private record Request(String id, String consignment, String secret) {

        static Request fresh() {
            var number = Integer.toString(Math.abs(UUID.randomUUID().hashCode() % 1_000_000));
            return new Request(UUID.randomUUID().toString(), "HT-" + number, "Haddad" + number);
        }

        String description() {
            return "Rice, ask Mr " + secret + " at the gate";
        }

        HubClient.Answer by(String account) {
            return HUB.as(account)
                    .post(
                            inOperation("/statements"),
                            """
                            {"id":"%s","claimedAt":"2026-03-01T08:00:00Z",
                             "type":"flow.consignment-requested",
                             "says":{"consignment":"%s","kind":"humanitarian",
                                     "sender":"north-aid","receiver":"south-relief",
                                     "lines":[{"line":"1","description":"%s","category":"food",
                                               "quantity":12.5,"unit":"TNE"}]}}
                            """
                                    .formatted(id, consignment, description()));
        }

        HubClient.Answer statement(String reader, String query) {
            return HUB.as(reader).get(inOperation("/statements/north-aid/" + id + query));
        }

        HubClient.Answer held(String reader) {
            return HUB.as(reader).get(inOperation("/held-texts/" + id));
        }

        HubClient.Answer propose(String account, String type) {
            return HUB.as(account).say(type, Map.of("record", id));
        }

        String said(String reader) {
            return statement(reader, "").json().at("/says/lines~10/description").asString();
        }
    }

    private static Request submitted(String account) {
        var request = Request.fresh();
        var answer = request.by(account);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().get("heldTexts").asInt()).isEqualTo(1);
        return request;
    }

    private static HubClient.Answer agree(String account, HubClient.Answer proposal) {
        assertThat(proposal.status()).as(proposal.text()).isEqualTo(202);
        return HUB.as(account)
                .post(
                        inOperation(
                                "/proposals/%s/agreement"
                                        .formatted(proposal.json().get("id").asString())),
                        "{}");
    }

    /// Every address that shows the consignment or its statement.
    private static List<String> addresses(Request request) {
        return List.of(
                inOperation("/statements"),
                inOperation("/statements/north-aid/" + request.id()),
                inOperation("/statements/north-aid/" + request.id() + "/package"),
                inOperation("/consignments/" + request.consignment()),
                inOperation("/consignments?text=" + request.secret()),
                inOperation("/held-texts"),
                "/o/exercise/journal/north-aid/" + request.id(),
                "/o/exercise/journal/north-aid/" + request.id() + "/package",
                "/o/exercise/flow/" + request.consignment(),
                "/o/exercise/flow?view=table",
                "/o/exercise/release",
                "/o/exercise/search?q=" + request.consignment());
    }

    private static List<String> whereShown(Request request, String reader) {
        return addresses(request).stream()
                .filter(
                        address ->
                                HUB.as(reader)
                                        .get(address)
                                        .text()
                                        .replace("q=" + request.secret(), "")
                                        .contains(request.secret()))
                .toList();
    }

    private static List<String> tablesWith(String secret) {
        var keeper = HUB.bean("keeper", JdbcClient.class);
        var tables =
                keeper.sql(
                                """
                                SELECT n.nspname || '.' || c.relname
                                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                 WHERE c.relkind = 'r' AND n.nspname IN ('journal', 'state', 'access')
                                """)
                        .query(String.class)
                        .list();
        var found = new ArrayList<String>();
        for (var table : tables) {
            var with =
                    keeper.sql("SELECT count(*) FROM %s t WHERE t::text LIKE :it".formatted(table))
                            .param("it", "%" + secret + "%")
                            .query(Long.class)
                            .single();
            if (with > 0) {
                found.add(table);
            }
        }
        return found;
    }

    @Test
    void theRestIsSaidAtOnceAndTheTextIsNowhereButInItsOwnTable() {
        var request = submitted(NORTH);

        var seen = request.statement(SOUTH, "").json();
        assertThat(request.said(SOUTH)).matches(HeldText.TOKEN);
        assertThat(seen.at("/says/lines~10/quantity").asInt()).isEqualTo(12);
        assertThat(seen.get("marks").toString()).contains("journal.text-held");
        assertThat(seen.at("/heldTexts/state").asString()).isEqualTo("held");
        assertThat(seen.at("/heldTexts/released").isMissingNode()).isTrue();
        assertThat(tablesWith(request.secret())).containsExactly("journal.payload_held");
        for (var reader : List.of(SOUTH, COLLEAGUE, OUTSIDER, HubUnderTest.OPERATOR)) {
            assertThat(whereShown(request, reader)).as(reader).isEmpty();
        }
        assertThat(request.held(NORTH).json().at("/texts/0/text").asString())
                .isEqualTo(request.description());
        assertThat(request.held(NORTH).json().at("/texts/0/sign").asString()).isEqualTo("name");
        assertThat(request.held(COLLEAGUE).json().has("texts")).isFalse();
        for (var other : List.of(SOUTH, OUTSIDER)) {
            assertThat(request.held(other).status()).isEqualTo(404);
        }
    }

    @Test
    void theSameStatementAgainIsARepetition() {
        var request = submitted(NORTH);
        var again = request.by(NORTH);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("status").asString()).isEqualTo("repeated");
    }

    @Test
    void itsReadersSeeItOnceItsSubmitterAndASecondPersonReleaseIt() {
        var request = submitted(NORTH);
        var token = request.said(SOUTH);
        var before = request.statement(SOUTH, "").json().get("index").asLong() + 1;

        var others = request.propose(COLLEAGUE, "journal.text-released");
        assertThat(others.status()).isEqualTo(422);
        assertThat(others.json().get("code").asString()).isEqualTo("release.not-its-submitter");

        var proposal = request.propose(NORTH, "journal.text-released");
        assertThat(agree(NORTH, proposal).status()).isEqualTo(403);
        assertThat(whereShown(request, SOUTH)).isEmpty();
        assertThat(request.held(COLLEAGUE).json().at("/texts/0/text").asString())
                .isEqualTo(request.description());

        var agreed = agree(COLLEAGUE, proposal);
        assertThat(agreed.status()).as(agreed.text()).isEqualTo(201);

        assertThat(request.said(SOUTH)).isEqualTo(request.description());
        var released = request.statement(SOUTH, "").json().at("/heldTexts");
        assertThat(released.get("state").asString()).isEqualTo("released");
        var shown = released.at("/released/0");
        assertThat(
                        new HeldText(
                                        Base64.getDecoder().decode(shown.get("salt").asString()),
                                        shown.get("text").asString())
                                .token())
                .isEqualTo(token)
                .isEqualTo(shown.get("token").asString());
        assertThat(HUB.as(SOUTH).get("/o/exercise/flow/" + request.consignment()).text())
                .contains(request.description())
                .doesNotContain(token);
        assertThat(
                        HUB.as(SOUTH)
                                .get(
                                        inOperation(
                                                "/released-texts/"
                                                        + token.substring(1, token.length() - 1)))
                                .json()
                                .get("text")
                                .asString())
                .isEqualTo(request.description());
        assertThat(HUB.as(OUTSIDER).get(inOperation("/released-texts/" + "A".repeat(43))).status())
                .isEqualTo(404);
        // as known before, it was held
        assertThat(request.statement(SOUTH, "?asOf=" + before).text())
                .contains(token)
                .doesNotContain(request.secret());
        assertThat(
                        HUB.as(SOUTH)
                                .get(
                                        "/o/exercise/flow/"
                                                + request.consignment()
                                                + "?asOf="
                                                + before)
                                .text())
                .contains("[text held back]")
                .doesNotContain(request.secret());
        assertThat(whereShown(request, OUTSIDER)).isEmpty();
        var twice = request.propose(NORTH, "journal.text-struck");
        assertThat(twice.json().get("code").asString()).isEqualTo("journal.no-held-text");
    }

    @Test
    void struckItIsNowhereAndTheRestStays() throws InterruptedException {
        var request = submitted(NORTH);
        var token = request.said(SOUTH);

        var agreed = agree(COLLEAGUE, request.propose(NORTH, "journal.text-struck"));

        assertThat(agreed.status()).as(agreed.text()).isEqualTo(201);
        for (int i = 0; i < 500 && !tablesWith(request.secret()).isEmpty(); i++) {
            Thread.sleep(20);
        }
        assertThat(tablesWith(request.secret())).isEmpty();
        assertThat(request.said(SOUTH)).isEqualTo(token);
        assertThat(request.statement(SOUTH, "").json().at("/heldTexts/state").asString())
                .isEqualTo("struck");
        assertThat(request.held(NORTH).status()).isEqualTo(404);
        var ruling = request.statement(SOUTH, "").json().at("/heldTexts/ruling").asString();
        var erased =
                HUB.as(NORTH)
                        .say("journal.erased", Map.of("statement", ruling, "reason", "mistake"));
        assertThat(erased.json().get("code").asString()).isEqualTo("journal.erase-unknown");
        assertThat(
                        HUB.as(SOUTH)
                                .get(inOperation("/consignments/" + request.consignment()))
                                .json()
                                .at("/lines/0/quantities/requested")
                                .decimalValue())
                .isEqualByComparingTo("12.5");
    }

    @Test
    void whoeverNamesAnotherRuleInTheirProposalIsNoSubmitterStill() {
        var request = submitted(NORTH);
        var act = UUID.randomUUID().toString();
        for (var type : List.of("journal.text-released", "journal.text-struck")) {
            var proposed =
                    HUB.as(COLLEAGUE)
                            .say(
                                    "release.act-proposed",
                                    Map.of(
                                            "act",
                                            act,
                                            "type",
                                            type,
                                            "rule",
                                            "widening",
                                            "statement",
                                            """
                                            {"id":"%s","type":"%s","says":{"record":"%s"}}
                                            """
                                                    .formatted(act, type, request.id())));

            assertThat(proposed.status()).as(proposed.text()).isEqualTo(422);
            assertThat(proposed.json().get("code").asString())
                    .isEqualTo("release.not-its-submitter");
        }
    }

    @Test
    void whatALegalHoldKeepsIsNotStruck() {
        var request = submitted(NORTH);
        var hold =
                HUB.as(NORTH)
                        .say(
                                "retention.hold-placed",
                                Map.of(
                                        "originator", "north-aid",
                                        "record", request.id(),
                                        "reason", "asked for by the commission"));
        assertThat(hold.status()).as(hold.text()).isEqualTo(201);

        var struck = agree(COLLEAGUE, request.propose(NORTH, "journal.text-struck"));

        assertThat(struck.json().get("code").asString()).isEqualTo("retention.on-hold");
        assertThat(request.held(NORTH).json().at("/texts/0/text").asString())
                .isEqualTo(request.description());
    }

    @Test
    void whatAMachineSubmittedIsForTwoPersons() {
        var request = submitted(MACHINE);

        var machines = request.propose(MACHINE, "journal.text-released");
        assertThat(machines.json().get("code").asString()).isEqualTo("release.not-a-person");
        assertThat(request.held(COLLEAGUE).json().at("/texts/0/text").asString())
                .isEqualTo(request.description());
        var agreed = agree(NORTH, request.propose(COLLEAGUE, "journal.text-released"));

        assertThat(agreed.status()).as(agreed.text()).isEqualTo(201);
        assertThat(request.said(SOUTH)).isEqualTo(request.description());
    }

    @Test
    void whoCopiesATokenIntoATextShowsNobodyAnothersText() {
        var request = submitted(NORTH);
        var token = request.said(SOUTH);

        var copied =
                HUB.as(SOUTH)
                        .say(
                                "flow.consignment-withdrawn",
                                Map.of("consignment", "HT-COPY", "reason", "They said " + token));

        assertThat(copied.text()).doesNotContain(request.secret());
        assertThat(HUB.as(SOUTH).get(inOperation("/statements")).text())
                .doesNotContain("They said " + token);
    }

    @Test
    void aTextWithoutSuchSignsIsNotHeld() {
        var answer =
                HUB.as(NORTH)
                        .say(
                                "flow.consignment-requested",
                                Map.of(
                                        "consignment", "HT-PLAIN",
                                        "kind", "humanitarian",
                                        "sender", "north-aid",
                                        "receiver", "south-relief",
                                        "lines",
                                                List.of(
                                                        Map.of(
                                                                "line", "1",
                                                                "description", "rice, 25 kg bags",
                                                                "category", "food",
                                                                "quantity", 1,
                                                                "unit", "TNE"))));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().has("heldTexts")).isFalse();
        assertThat(answer.text()).doesNotContain("⟦");
    }
}
