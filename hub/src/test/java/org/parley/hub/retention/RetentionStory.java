package org.parley.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;
import static org.parley.hub.HubUnderTest.NORTH;
import static org.parley.hub.HubUnderTest.READER;
import static org.parley.hub.HubUnderTest.SOUTH;
import static org.parley.hub.retention.Moved.OPERATION;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Role;
import org.parley.hub.journal.JournalCheck;
import org.parley.hub.journal.Rebuild;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What is over its time goes with its salts, by class; what a hold keeps stays; the journal still
/// verifies.
class RetentionStory {

    private static final String HOST = "host-desk";
    private static final String DEPUTY = "host-deputy";
    private static final String TO_SOUTH =
            """
            {"audience":[{"to":"organisations","organisations":["south-relief"],"upTo":"F3"}],
             "sensitivity":"high"}""";

    private static final Moved CLOCK = new Moved();
    private static final HubUnderTest HUB = HubUnderTest.startBy(CLOCK);

    @BeforeAll
    static void enrol() {
        HUB.enrol(HOST, "host", Role.COORDINATOR);
        HUB.enrol(DEPUTY, "host", Role.COORDINATOR);
    }

    @AfterAll
    static void stop() {
        HUB.close();
    }

    private static HubClient.Answer send(
            String account, String id, String type, String label, String says) {
        return HUB.as(account)
                .post(
                        inOperation("/statements"),
                        "{\"id\":\"%s\",\"type\":\"%s\",\"label\":%s,\"says\":%s}"
                                .formatted(id, type, label, says));
    }

    private static String say(String account, String type, String label, String says) {
        var id = UUID.randomUUID().toString();
        var answer = send(account, id, type, label, says);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return id;
    }

    private static String refused(String account, String type, String label, String says) {
        var answer = send(account, UUID.randomUUID().toString(), type, label, says);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.json().get("code").asString();
    }

    private static String site(String site, String until) {
        return say(
                NORTH,
                "places.site-described",
                TO_SOUTH,
                """
                {"site":"%s","kind":"warehouse","names":{"common":{"en":"Depot"},"byParty":{}},
                 "until":%s,"position":{"longitude":31.25,"latitude":1.5}}"""
                        .formatted(site, until));
    }

    private static String hold(String account, String record) {
        return say(
                account,
                "retention.hold-placed",
                "null",
                "{\"originator\":\"north-aid\",\"record\":\"%s\",\"reason\":\"asked for by the commission\"}"
                        .formatted(record));
    }

    private static JsonNode read(String account, String id) {
        return HUB.as(account).get(inOperation("/statements/north-aid/" + id)).json();
    }

    private static JsonNode kept(String account, String keeps) {
        for (var line : HUB.as(account).get(inOperation("/retention")).json().get("keeps")) {
            if (line.get("keeps").asString().equals(keeps)) {
                return line;
            }
        }
        throw new AssertionError(keeps);
    }

    private static void assertProved() {
        assertThat(HUB.bean(Rebuild.class).run(OPERATION).same()).isTrue();
        var check = HUB.bean(JournalCheck.class);
        assertThat(check.run(OPERATION, check.keys(OPERATION)).statements()).isPositive();
    }

    private static boolean stored(String table, String text) {
        return HUB.bean("keeper", JdbcClient.class)
                .sql("SELECT EXISTS (SELECT FROM %s t WHERE t::text LIKE :text)".formatted(table))
                .param("text", "%" + text + "%")
                .query(Boolean.class)
                .single();
    }

    @Test
    void whatIsOverItsTimeGoesByClassUnlessAHoldKeepsIt() throws Exception {
        var day = CLOCK.now().toString().substring(0, 10);
        var over = site("old-depot", "\"" + day + "\"");
        var standing = site("standing-depot", "null");
        var held = site("held-depot", "\"" + day + "\"");
        var hold = hold(HOST, held);
        var before = HUB.as(SOUTH).get(inOperation("/statements/north-aid/" + over + "/receipt"));
        CLOCK.by(Duration.ofDays(30));
        assertThat(kept(SOUTH, "site").get("due").asInt()).isZero();
        assertThat(kept(SOUTH, "site").get("dueSoon").asInt()).isEqualTo(1);
        assertThat(kept(READER, "exact").get("due").asInt()).isZero();
        Moved.sweep(HUB); // of what other tests left
        assertThat(read(SOUTH, over).at("/says/position/longitude").asDouble()).isEqualTo(31.25);

        CLOCK.by(Duration.ofHours(13));
        assertThat(kept(SOUTH, "site").get("due").asInt()).isEqualTo(1);
        assertThat(Moved.sweep(HUB)).isEqualTo(1);

        assertThat(read(SOUTH, over).at("/says/position").isMissingNode()).isTrue();
        assertThat(read(SOUTH, over).at("/expired/0/fieldClass").asString()).isEqualTo("F3");
        assertThat(read(SOUTH, over).at("/expired/0/rule").asString()).isEqualTo("site");
        assertThat(read(SOUTH, over).at("/expired/0/days").asInt()).isEqualTo(30);
        assertThat(read(SOUTH, over).at("/says/kind").asString()).isEqualTo("warehouse");
        for (var id : List.of(standing, held)) {
            assertThat(read(SOUTH, id).at("/says/position/longitude").asDouble()).isEqualTo(31.25);
            assertThat(read(SOUTH, id).has("expired")).isFalse();
        }
        assertThat(HUB.as(SOUTH).get(inOperation("/sites/old-depot")).text())
                .contains("warehouse")
                .doesNotContain("31.25");
        assertThat(stored("state.site_position", "old-depot")).isFalse();
        var after = HUB.as(SOUTH).get(inOperation("/statements/north-aid/" + over + "/receipt"));
        assertThat(after.text()).isEqualTo(before.text());
        var left = HUB.as(SOUTH).get(inOperation("/statements/north-aid/" + over + "/package"));
        assertThat(left.text()).contains("warehouse").doesNotContain("31.25");
        assertProved();
        assertThat(kept(SOUTH, "site").get("gone").asInt()).isEqualTo(1);

        // who sees the record sees the hold, and nobody else does
        var holds = HUB.as(SOUTH).get(inOperation("/retention")).json().get("holds");
        assertThat(holds.at("/0/placedBy").asString()).isEqualTo("host");
        assertThat(holds.at("/0/record").asString()).isEqualTo(held);
        assertThat(HUB.as(SOUTH).get("/o/exercise/journal/north-aid/" + held).text())
                .contains("asked for by the commission");
        assertThat(HUB.as(SOUTH).get("/o/exercise/retention").text())
                .contains("asked for by the commission");
        assertThat(HUB.as(HubUnderTest.OUTSIDER).get(inOperation("/retention")).text())
                .doesNotContain(held)
                .doesNotContain("commission");
        // its originator cannot erase it meanwhile
        assertThat(
                        refused(
                                NORTH,
                                "journal.erased",
                                "null",
                                "{\"statement\":\"%s\",\"reason\":\"safety\"}".formatted(held)))
                .isEqualTo("retention.on-hold");
        var lifting = "{\"hold\":\"%s\",\"reason\":\"closed\"}".formatted(hold);
        assertThat(refused(NORTH, "retention.hold-lifted", "null", lifting))
                .isEqualTo("retention.no-such-hold");

        say(HOST, "retention.hold-lifted", "null", lifting);
        assertThat(Moved.sweep(HUB)).isEqualTo(1);
        assertThat(read(SOUTH, held).at("/says/position").isMissingNode()).isTrue();
        assertProved();
    }

    @Test
    void whatIsLongerIsSaidByTwoAndMarked() throws Exception {
        var label = "null";
        say(
                HOST,
                "retention.period-set",
                label,
                "{\"keeps\":\"operational\",\"days\":100,\"purpose\":\"reconciling loads\"}");
        assertThat(kept(SOUTH, "operational").get("days").asInt()).isEqualTo(100);
        assertThat(kept(SOUTH, "operational").get("purpose").asString())
                .isEqualTo("reconciling loads");

        var longer = UUID.randomUUID().toString();
        var answer =
                send(
                        HOST,
                        longer,
                        "retention.period-set",
                        label,
                        "{\"keeps\":\"operational\",\"days\":400,\"purpose\":\"a long inquiry\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(kept(SOUTH, "operational").get("days").asInt()).isEqualTo(100);
        var agreement = inOperation("/proposals/%s/agreement".formatted(longer));
        assertThat(HUB.as(HOST).post(agreement, "{}").status()).isEqualTo(403);
        assertThat(HUB.as(DEPUTY).post(agreement, "{}").status()).isEqualTo(201);

        assertThat(kept(SOUTH, "operational").get("days").asInt()).isEqualTo(400);
        var view = HUB.as(SOUTH).get(inOperation("/retention")).json();
        assertThat(view.at("/changes/0/before").asInt()).isEqualTo(100);
        assertThat(view.at("/changes/0/longer").asBoolean()).isTrue();
        var said = HUB.as(SOUTH).get(inOperation("/statements?type=retention.period-set")).text();
        assertThat(said).contains("retention.longer").contains("retention.beyond-usual");
        say(
                HOST,
                "retention.period-set",
                label,
                "{\"keeps\":\"operational\",\"days\":365,\"purpose\":\"as usual\"}");
    }

    @Test
    void onlyCoordinatorsStateItAndForAll() {
        var period = "{\"keeps\":\"reads\",\"days\":10,\"purpose\":\"none\"}";
        assertThat(refused(NORTH, "retention.period-set", "null", period))
                .isEqualTo("access.not-a-coordinator");
        assertThat(refused(HOST, "retention.period-set", TO_SOUTH, period))
                .isEqualTo("retention.for-all");
    }

    @Test
    void nobodyButTheHubSaysThatTheTimeOfWordsIsOver() {
        var id = site("safe-depot", "null");
        assertThat(
                        refused(
                                HOST,
                                "journal.expired",
                                "null",
                                "{\"rule\":\"site\",\"fieldClass\":\"F3\",\"days\":1,\"statements\":[{\"originator\":\"north-aid\",\"statement\":\"%s\"}]}"
                                        .formatted(id)))
                .isEqualTo("journal.expiry-is-the-hubs");
        assertThat(read(SOUTH, id).has("expired")).isFalse();
    }

    @Test
    void whoReadWhatIsForgottenAfterTwoYearsButForWhatIsHeld() throws Exception {
        var plain = site("read-depot", "null");
        var held = site("read-held-depot", "null");
        hold(NORTH, held);
        for (var id : List.of(plain, held)) {
            for (int days : List.of(729, 731)) {
                asOwner(
                        """
                        INSERT INTO audit.exact_read (operation, originator, idx, statement,
                               organisation, account, way, at, size)
                        SELECT operation, originator, idx, id, 'south-relief', 'old-reader', 'api',
                               now() - interval '%d days', idx + 1
                          FROM journal.statement WHERE id = '%s'
                        """
                                .formatted(days, id));
            }
        }
        assertThat(kept(NORTH, "reads").get("due").asInt()).isEqualTo(2);

        Moved.sweep(HUB);

        var left =
                HUB.bean("keeper", JdbcClient.class)
                        .sql(
                                """
                                SELECT statement || ' ' || extract(day FROM now() - at)::int
                                  FROM audit.exact_read WHERE account = 'old-reader' ORDER BY 1
                                """)
                        .query(String.class)
                        .list();
        assertThat(left).containsExactlyInAnyOrder(plain + " 729", held + " 729", held + " 731");
    }

    private static void asOwner(String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                HUB.setting("parley.database.url"),
                                HUB.setting("parley.database.user"),
                                HUB.setting("parley.database.password"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
