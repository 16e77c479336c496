package org.parley.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.hub.HubClient.inOperation;
import static org.parley.hub.HubUnderTest.NORTH;
import static org.parley.hub.HubUnderTest.READER;
import static org.parley.hub.HubUnderTest.SOUTH;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Who said something exact is told who read it, and nobody else is.
class ReadAuditTest {

    private static final String TO_SOUTH =
            """
            {"audience":[{"to":"organisations","organisations":["south-relief"],"upTo":"F3"},
                         {"to":"operation","upTo":"F1"}],"sensitivity":"moderate"}""";
    private static final String TO_ALL =
            """
            {"audience":[{"to":"operation","upTo":"F1"}],"sensitivity":"moderate"}""";

    private static final HubUnderTest HUB =
            HubUnderTest.start("parley.audit.least=5", "parley.audit.delay=20ms");

    @AfterAll
    static void stop() {
        HUB.close();
    }

    private static String site(String site, String label) {
        var id = UUID.randomUUID().toString();
        var answer =
                HUB.as(NORTH)
                        .post(
                                inOperation("/statements"),
                                """
                                {"id":"%s","type":"places.site-described","label":%s,"says":{
                                 "site":"%s","kind":"warehouse","names":{"common":{"en":"Depot"}},
                                 "position":{"longitude":31.25,"latitude":1.5}}}"""
                                        .formatted(id, label, site));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return id;
    }

    private static HubClient.Answer readers(String account, String id, String query) {
        return HUB.as(account).get(inOperation("/statements/north-aid/" + id + "/readers" + query));
    }

    private static List<JsonNode> items(String id) {
        var answer = readers(NORTH, id, "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("items").valueStream().toList();
    }

    @Test
    void theOriginatorSeesWhoReadItWhenAndByWhatWay() {
        var id = site("seen-depot", TO_SOUTH);
        HUB.as(NORTH).get(inOperation("/statements/north-aid/" + id));
        assertThat(items(id)).isEmpty();

        var south = HUB.as(SOUTH);
        south.get(inOperation("/sites/seen-depot"));
        south.get(inOperation("/statements/north-aid/" + id));
        south.get(inOperation("/statements/north-aid/" + id + "/package"));
        south.get("/o/exercise/journal/north-aid/" + id);

        assertThat(items(id).stream().map(read -> read.get("way").asString()))
                .containsExactly("page", "export", "api", "api");
        assertThat(items(id))
                .allSatisfy(
                        read -> {
                            assertThat(read.get("organisation").asString())
                                    .isEqualTo("south-relief");
                            assertThat(read.get("account").asString()).isEqualTo(SOUTH);
                        });
        var first = readers(NORTH, id, "?limit=3").json();
        assertThat(first.get("items")).hasSize(3);
        assertThat(
                        readers(NORTH, id, "?limit=3&after=" + first.get("next").asString())
                                .json()
                                .get("items"))
                .hasSize(1);
        assertThat(HUB.as(NORTH).get("/o/exercise/readers").text()).contains(SOUTH);
        assertThat(HUB.as(NORTH).get("/o/exercise/journal/north-aid/" + id).text()).contains(SOUTH);
    }

    @Test
    void whatShowsNoExactFieldIsNoRead() {
        var coarse = site("coarse-depot", TO_ALL);
        var exact = site("listed-depot", TO_SOUTH);
        HUB.as(SOUTH).get(inOperation("/statements/north-aid/" + coarse));
        HUB.as(SOUTH).get("/o/exercise/journal");

        assertThat(items(coarse)).isEmpty();
        assertThat(items(exact)).isEmpty();
    }

    @Test
    void nobodyElseLearnsWhoReads() {
        var id = site("quiet-depot", TO_SOUTH);
        HUB.as(SOUTH).get(inOperation("/sites/quiet-depot"));

        var refused = readers(SOUTH, id, "");
        var absent = readers(SOUTH, UUID.randomUUID().toString(), "");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text()).isEqualTo(absent.text());
        assertThat(HUB.as(SOUTH).get(inOperation("/readers")).json().get("items")).isEmpty();
        assertThat(readers(READER, id, "").json().get("items")).hasSize(1);
    }

    @Test
    void asKnownBeforeItWasReadNobodyHad() {
        var id = site("early-depot", TO_SOUTH);
        long size =
                HUB.as(NORTH)
                                .get(inOperation("/statements/north-aid/" + id))
                                .json()
                                .get("index")
                                .asLong()
                        + 1;
        site("later-depot", TO_ALL);
        HUB.as(SOUTH).get(inOperation("/sites/early-depot"));

        assertThat(readers(NORTH, id, "?asOf=" + size).json().get("items")).isEmpty();
        assertThat(items(id)).hasSize(1);
    }

    @Test
    void anUnusualVolumeIsToldToItsOriginator() {
        var id = site("watched-depot", TO_SOUTH);
        HUB.enrol("south-counter", "south-relief", org.parley.hub.access.Role.OBSERVER);
        var south = HUB.as("south-counter");
        for (int i = 0; i < 5; i++) {
            south.get(inOperation("/sites/watched-depot"));
        }
        assertThat(alerts(NORTH)).isEmpty();
        south.get(inOperation("/sites/watched-depot"));

        assertThat(alerts(NORTH))
                .singleElement()
                .satisfies(
                        alert -> {
                            assertThat(alert.get("records").asLong()).isEqualTo(6);
                            assertThat(alert.get("bound").asLong()).isEqualTo(5);
                            assertThat(alert.get("own").asBoolean()).isFalse();
                        });
        assertThat(items(id)).hasSize(6);
        assertThat(alerts(SOUTH)).as("no officer").isEmpty();
        assertThat(HUB.as(NORTH).get("/o/exercise/readers").text()).contains("south-counter");
    }

    private static List<JsonNode> alerts(String account) {
        return HUB.as(account)
                .get(inOperation("/reader-alerts"))
                .json()
                .valueStream()
                .filter(alert -> alert.get("account").asString().equals("south-counter"))
                .toList();
    }

    @Test
    void whatWasTakenDownIsNotChanged() {
        var id = site("kept-depot", TO_SOUTH);
        HUB.as(SOUTH).get(inOperation("/sites/kept-depot"));
        assertThat(items(id)).hasSize(1);
        var sql = HUB.bean(JdbcClient.class);
        var writer = HUB.bean("writer", TransactionTemplate.class);
        for (var act :
                List.of(
                        "DELETE FROM audit.exact_read",
                        "UPDATE audit.exact_read SET account = ''")) {
            assertThatThrownBy(() -> writer.executeWithoutResult(_ -> sql.sql(act).update()))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }
}
