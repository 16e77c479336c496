package org.parley.hub.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;
import static org.parley.hub.HubUnderTest.NORTH;
import static org.parley.hub.HubUnderTest.OUTSIDER;
import static org.parley.hub.HubUnderTest.SOUTH;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubUnderTest;

/// Flow through the whole hub, over HTTP.
class FlowApiTest {

    private final HubUnderTest hub = HubUnderTest.shared();

    private static Map<String, Object> request(String consignment, String description) {
        return Map.of(
                "consignment", consignment,
                "kind", "humanitarian",
                "sender", "north-aid",
                "receiver", "south-relief",
                "lines",
                        List.of(
                                Map.of(
                                        "line", "1",
                                        "description", description,
                                        "category", "food",
                                        "quantity", 12.5,
                                        "unit", "TNE")));
    }

    @Test
    void oneRequestsAndReportsAndAnotherReads() {
        var asked = hub.as(NORTH).say("flow.consignment-requested", request("API-1", "rice"));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        var moved =
                hub.as(SOUTH)
                        .say(
                                "flow.goods-reported",
                                Map.of(
                                        "consignment", "API-1",
                                        "step", "collected",
                                        "goods", List.of(Map.of("line", "1", "quantity", 3))));
        assertThat(moved.status()).as(moved.text()).isEqualTo(201);

        var whole = hub.as(SOUTH).get(inOperation("/consignments/API-1"));

        assertThat(whole.status()).as(whole.text()).isEqualTo(200);
        assertThat(whole.json().at("/lines/0/quantities/collected").decimalValue())
                .isEqualByComparingTo("3");
        assertThat(whole.json().at("/lines/0/balance/1/unexplained").decimalValue())
                .isEqualByComparingTo("-3");
        assertThat(whole.json().at("/chain/1/marks/0").asString())
                .isEqualTo("flow.more-than-was-there");
    }

    @Test
    void everyReadAnswersAMemberAndNobodyElse() {
        for (var path :
                List.of(
                        "/consignments?stage=requested&kind=humanitarian&text=rice&limit=2",
                        "/board",
                        "/board?kind=commercial",
                        "/ageing?hours=0",
                        "/funnel",
                        "/dwell",
                        "/manifests?crossing=gate&day=2031-05-04",
                        "/manifest-days?from=2031-05-01&until=2031-05-31",
                        "/rulings?authority=north-aid&outcome=in-part",
                        "/rulings/authorities")) {
            var answer = hub.as(NORTH).get(inOperation(path));
            assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
            assertThat(hub.stranger().get(inOperation(path)).status()).as(path).isEqualTo(401);
        }
        hub.as(NORTH).say("flow.consignment-requested", request("API-2", "rice"));
        assertThat(hub.as(OUTSIDER).get(inOperation("/consignments/API-2")).status())
                .isEqualTo(404);
    }

    @Test
    void refusalsAreWordedInTheReadersLanguage() {
        var refused =
                hub.as(NORTH).say("flow.consignment-requested", request("API-3", "ammunition"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/code").asString()).isEqualTo("flow.weapons-outside-the-hub");
        assertThat(refused.json().at("/detail").asString()).contains("outside this hub");
    }

    @Test
    void wrongValuesAreNamedWithTheirField() {
        for (var wrong :
                List.of(
                        Map.entry("quantity", -1),
                        Map.entry("unit", "SHIPLOAD"),
                        Map.entry("quantity", "many"))) {
            var line =
                    new java.util.HashMap<String, Object>(
                            Map.of(
                                    "line", "1",
                                    "description", "rice",
                                    "category", "food",
                                    "quantity", 1,
                                    "unit", "TNE"));
            line.put(wrong.getKey(), wrong.getValue());
            var asked = new java.util.HashMap<String, Object>(request("API-4", "rice"));
            asked.put("lines", List.of(line));

            var answer = hub.as(NORTH).say("flow.consignment-requested", asked);

            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.text()).contains(wrong.getKey());
        }
    }
}
