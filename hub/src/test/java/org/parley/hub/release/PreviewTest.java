package org.parley.hub.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Before it is said, its author sees a statement as somebody else will see it, and learns nothing
/// else.
class PreviewTest {

    private static final String HOST = "host-desk";
    private static final String DEPUTY = "host-deputy";
    private static final String GROUP =
            """
            {"audience":[{"to":"group","group":"water","upTo":"F3"},{"to":"operation","upTo":"F1"}],
             "sensitivity":"moderate"}""";
    private static final HubUnderTest HUB = HubUnderTest.start();

    @BeforeAll
    static void fill() {
        HUB.enrol(HOST, "host", Role.COORDINATOR);
        for (var organisation : new String[] {"north-aid", "south-relief"}) {
            said(HOST, described(organisation));
        }
        // That south is in the group is hidden from north.
        var hidden = membership("south-relief", "water");
        hidden.set("label", label("south-relief"));
        var held = HUB.as(HOST).post(inOperation("/statements"), hidden.toString()).json();
        HUB.enrol(DEPUTY, "host", Role.COORDINATOR);
        var agreed =
                HUB.as(DEPUTY)
                        .post(
                                inOperation(
                                        "/proposals/%s/agreement"
                                                .formatted(held.get("id").asString())),
                                "{}");
        assertThat(agreed.status()).as(agreed.text()).isEqualTo(201);
    }

    private static ObjectNode statement(String type, String says) {
        return ((ObjectNode) HubClient.JSON.readTree("{\"type\":\"%s\"}".formatted(type)))
                .put("id", UUID.randomUUID().toString())
                .set("says", HubClient.JSON.readTree(says));
    }

    private static ObjectNode described(String organisation) {
        return statement(
                "partners.organisation-described",
                """
                {"partner":"%s","kind":"ngo","names":{"common":{"en":"%s"},"byParty":{}}}"""
                        .formatted(organisation, organisation));
    }

    private static ObjectNode membership(String organisation, String group) {
        return statement(
                "access.membership-began",
                "{\"organisation\":\"%s\",\"group\":\"%s\"}".formatted(organisation, group));
    }

    private static JsonNode label(String organisation) {
        return HubClient.JSON.readTree(
                """
                {"audience":[{"to":"organisations","organisations":["%s"],"upTo":"F3"}],
                 "sensitivity":"severe"}"""
                        .formatted(organisation));
    }

    private static ObjectNode seat() {
        return statement(
                "partners.seat-reported",
                """
                {"partner":"north-aid","stage":"seated","on":"2026-03-01","headcount":7,
                 "approximate":false}""");
    }

    private static ObjectNode under(ObjectNode statement, String label) {
        statement.set("label", HubClient.JSON.readTree(label));
        return statement;
    }

    private static JsonNode said(String account, ObjectNode statement) {
        var answer = HUB.as(account).post(inOperation("/statements"), statement.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static HubClient.Answer preview(String account, ObjectNode statement, String as) {
        return HUB.as(account)
                .post(inOperation("/statements/preview?as=" + as), statement.toString());
    }

    @Test
    void whatIsPreviewedIsWhatIsSeenOnceItIsSaid() {
        for (var label :
                new String[] {
                    GROUP,
                    "{\"audience\":[{\"to\":\"operation\",\"upTo\":\"F0\"}],\"sensitivity\":\"low\"}",
                    "{\"audience\":[{\"to\":\"operation\",\"upTo\":\"F2\"}],\"sensitivity\":\"moderate\"}",
                    label("south-relief").toString(),
                    "{\"audience\":[],\"sensitivity\":\"severe\"}"
                }) {
            var statement = under(seat(), label);
            var before = preview(HOST, statement, "south-relief").json();
            said(HOST, statement);
            var after =
                    HUB.as(HubUnderTest.SOUTH)
                            .get(inOperation("/statements/host/" + statement.get("id").asString()));
            assertThat(before.get("exists").asBoolean()).isEqualTo(after.status() == 200);
            if (after.status() == 200) {
                assertThat(before.at("/seen/says")).isEqualTo(after.json().get("says"));
            }
        }
    }

    @Test
    void eachFieldSaysItsClassAndWhetherItIsWithheld() {
        var seen =
                preview(
                                HubUnderTest.NORTH,
                                under(
                                        seat(),
                                        "{\"audience\":[{\"to\":\"operation\",\"upTo\":\"F0\"}],\"sensitivity\":\"low\"}"),
                                "south-relief")
                        .json();

        assertThat(seen.get("upTo").asString()).isEqualTo("F0");
        var shown = 0;
        for (var field : seen.get("fields")) {
            assertThat(field.get("shown").asBoolean())
                    .isEqualTo(field.get("fieldClass").asString().equals("F0"));
            shown += field.get("shown").asBoolean() ? 1 : 0;
        }
        assertThat(shown).isPositive();
        assertThat(seen.get("withheld").has("F1")).isTrue();
    }

    private static int size() {
        return HUB.as(HubUnderTest.NORTH).get(inOperation("")).json().get("size").asInt();
    }

    @Test
    void nothingIsStored() {
        var statement = seat();
        var size = size();
        assertThat(preview(HubUnderTest.NORTH, statement, "south-relief").status()).isEqualTo(200);

        assertThat(size()).isEqualTo(size);
        assertThat(
                        HUB.as(HubUnderTest.NORTH)
                                .get(
                                        inOperation(
                                                "/statements/north-aid/"
                                                        + statement.get("id").asString()))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void aGroupThatTheAuthorMayNotSeeAMemberOfDoesNotCount() {
        var statement = under(seat(), GROUP);

        var north = preview(HubUnderTest.NORTH, statement, "south-relief").json();
        assertThat(north.get("groups")).isEmpty();
        assertThat(north.get("upTo").asString()).isEqualTo("F1");
        var south = preview(HubUnderTest.SOUTH, statement, "south-relief").json();
        assertThat(south.get("groups").get(0).asString()).isEqualTo("water");
    }

    @Test
    void anOrganisationThatTheAuthorMayNotSeeDoesNotExist() {
        var hidden = described("veiled");
        hidden.set("label", label("host"));
        said(HOST, hidden);

        var veiled = preview(HubUnderTest.NORTH, seat(), "veiled");
        assertThat(veiled.status()).isEqualTo(404);
        assertThat(veiled.text())
                .isEqualTo(preview(HubUnderTest.NORTH, seat(), "nobody-at-all").text());
        assertThat(preview(HOST, seat(), "veiled").status()).isEqualTo(200);
    }

    @Test
    void aConsignmentThatTheAuthorMayNotSeeChangesNothing() {
        var request =
                statement(
                        "flow.consignment-requested",
                        """
                        {"consignment":"CN-HID-1","kind":"humanitarian","sender":"south-relief",
                         "receiver":"south-relief","authorities":[],"lines":[{"line":"1",
                         "description":"Flour","category":"food","quantity":4,"unit":"PX"}]}""");
        request.set(
                "label", HubClient.JSON.readTree("{\"audience\":[],\"sensitivity\":\"severe\"}"));
        said(HubUnderTest.SOUTH, request);

        assertThat(report("CN-HID-1")).isEqualTo(report("CN-HID-2").replace("HID-2", "HID-1"));
    }

    private static String report(String consignment) {
        var answer =
                preview(
                        HubUnderTest.NORTH,
                        statement(
                                "flow.goods-reported",
                                """
                                {"consignment":"%s","step":"loaded","lines":[{"line":"1","quantity":3,"unit":"PX"}]}"""
                                        .formatted(consignment)),
                        "south-relief");
        return answer.status() + answer.text().replaceAll("\"(claimedAt|heardAt)\":\"[^\"]*\"", "");
    }

    @Test
    void whoOnlyReadsPreviewsNothing() {
        assertThat(preview(HubUnderTest.READER, seat(), "south-relief").status()).isEqualTo(403);
    }
}
