package org.parley.hub.harm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;
import static org.parley.hub.HubUnderTest.NORTH;
import static org.parley.hub.HubUnderTest.SOUTH;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;

/// The rules for pulling exact positions by area (trust.md 5.3, rule 3): only in the areas that the
/// reader's organisation has declared to everybody, on its days, only so many a day, and taken
/// down; what is addressed to somebody stays theirs to open one by one.
class AreaPullsTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final String TO_SOUTH =
            """
            {"audience":[{"to":"organisations","organisations":["south-relief"],"upTo":"F3"},
                         {"to":"operation","upTo":"F1"}],"sensitivity":"moderate"}""";
    private static final String TO_ALL =
            """
            {"audience":[{"to":"operation","upTo":"F2"}],"sensitivity":"moderate"}""";

    private final HubUnderTest hub =
            HubUnderTest.start("parley.audit.pulls=3", "parley.audit.delay=20ms");

    @AfterEach
    void stop() {
        hub.close();
    }

    private HubClient.Answer say(String account, String type, String label, String says) {
        return hub.as(account)
                .post(
                        inOperation("/statements"),
                        "{\"id\":\"%s\",\"type\":\"%s\",\"label\":%s,\"says\":%s}"
                                .formatted(UUID.randomUUID(), type, label, says));
    }

    private void area(String account, String area, String parent) {
        var said =
                say(
                        account,
                        "places.area-described",
                        TO_ALL,
                        "{\"area\":\"%s\",\"kind\":\"zone\",\"level\":1%s,\"names\":{\"common\":{\"en\":\"Area\"}}}"
                                .formatted(
                                        area,
                                        parent.isEmpty() ? "" : ",\"parent\":\"" + parent + "\""));
        assertThat(said.status()).as(said.text()).isEqualTo(201);
    }

    private String site(String site, String area) {
        var said =
                say(
                        NORTH,
                        "places.site-described",
                        TO_SOUTH,
                        "{\"site\":\"%s\",\"kind\":\"warehouse\",\"area\":\"%s\",\"names\":{\"common\":{\"en\":\"Depot\"}},\"position\":{\"longitude\":31.2571,\"latitude\":1.5}}"
                                .formatted(site, area));
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        return said.json().required("id").asString();
    }

    private HubClient.Answer works(String label, String area, LocalDate from, LocalDate until) {
        return say(
                SOUTH,
                "places.working-area-declared",
                label,
                "{\"area\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}".formatted(area, from, until));
    }

    /// Each site in the list with its position, or with why it has none.
    private Map<String, String> listed(String query) {
        var answer = hub.as(SOUTH).get(inOperation("/sites" + query));
        assertThat(answer.status()).isEqualTo(200);
        var listed = new TreeMap<String, String>();
        answer.json()
                .required("items")
                .forEach(
                        site ->
                                listed.put(
                                        site.required("site").asString(),
                                        site.has("position")
                                                ? "there"
                                                : site.path("positionHeld").asString("")));
        return listed;
    }

    private void world() {
        area(NORTH, "coast", "");
        area(NORTH, "bay", "coast");
        area(NORTH, "hills", "");
    }

    @Test
    void whoDeclaredNoAreaPullsNothingExactAndOpensWhatIsAddressedToIt() {
        world();
        var id = site("depot", "bay");

        assertThat(listed("")).containsEntry("depot", "outside-working-area");
        assertThat(hub.as(SOUTH).get(inOperation("/statements?type=places.site-described")).text())
                .contains("depot")
                .doesNotContain("31.2571");
        assertThat(hub.as(SOUTH).get("/o/exercise").text()).doesNotContain("31.2571", ">Depot<");
        assertThat(hub.as(NORTH).get(inOperation("/readers")).json().get("items")).isEmpty();

        assertThat(hub.as(SOUTH).get(inOperation("/sites/depot")).text()).contains("31.2571");
        assertThat(hub.as(SOUTH).get(inOperation("/statements/north-aid/" + id)).text())
                .contains("31.2571");
        assertThat(hub.as(NORTH).get(inOperation("/readers")).json().get("items")).hasSize(2);
        assertThat(hub.as(NORTH).get(inOperation("/sites")).text())
                .as("its own")
                .contains("31.2571");
    }

    @Test
    void listsGivePositionsInTheDeclaredAreaAndItsDaysAlone() {
        world();
        var id = site("in-bay", "bay");
        site("in-hills", "hills");
        assertThat(works(TO_ALL, "coast", TODAY.minusDays(9), TODAY.minusDays(1)).status())
                .isEqualTo(201);
        assertThat(listed("")).doesNotContainValue("there");

        long before = hub.as(SOUTH).get("/log/exercise").json().required("size").asLong();
        assertThat(works(TO_ALL, "coast", TODAY, TODAY.plusDays(9)).status()).isEqualTo(201);
        assertThat(listed(""))
                .containsEntry("in-bay", "there")
                .containsEntry("in-hills", "outside-working-area");
        assertThat(listed("?asOf=" + before))
                .as("what may be pulled is today's, whatever moment is asked about")
                .containsEntry("in-bay", "there");
        assertThat(
                        hub.as(NORTH)
                                .get(inOperation("/statements/north-aid/" + id + "/readers"))
                                .text())
                .contains(SOUTH);
        assertThat(hub.as(NORTH).get(inOperation("/working-areas")).text())
                .as("everybody sees who works where")
                .contains("south-relief", "coast");
        assertThat(hub.as(NORTH).get("/o/exercise/places").text()).contains("south-relief");

        assertThat(works(TO_ALL, "coast", TODAY.minusDays(9), TODAY.minusDays(1)).status())
                .isEqualTo(201);
        assertThat(listed("")).doesNotContainValue("there");
        assertThat(listed("?asOf=" + (before + 1))).doesNotContainValue("there");
    }

    @Test
    void nobodyWidensTheirOwnAreaByDescribingAreas() {
        world();
        site("in-hills", "hills");
        works(TO_ALL, "coast", TODAY, TODAY.plusDays(9));
        area(SOUTH, "hills", "coast");

        assertThat(listed("")).containsEntry("in-hills", "outside-working-area");
    }

    @Test
    void anAreaIsDeclaredToEverybodyOrNotAtAll() {
        world();
        for (var language : List.of("en", "ar", "he", "fr")) {
            var refused =
                    hub.as(SOUTH)
                            .post(
                                    inOperation("/statements?lang=" + language),
                                    "{\"id\":\"%s\",\"type\":\"places.working-area-declared\",\"label\":%s,\"says\":{\"area\":\"coast\",\"from\":\"%s\",\"until\":\"%s\"}}"
                                            .formatted(
                                                    UUID.randomUUID(),
                                                    "{\"audience\":[],\"sensitivity\":\"severe\"}",
                                                    TODAY,
                                                    TODAY));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("places.working-area-hidden");
            assertThat(refused.json().required("detail").asString())
                    .as(language.toUpperCase(Locale.ROOT))
                    .doesNotContain("places.");
        }
        assertThat(works(TO_ALL, "coast", TODAY, TODAY.plusDays(184)).status())
                .as("half a year at most")
                .isEqualTo(400);
    }

    @Test
    void onlySoManyAreGivenInADayAndOriginatorsAreTold() {
        world();
        works(TO_ALL, "coast", TODAY, TODAY.plusDays(9));
        for (var site : List.of("a", "b", "c", "d", "e")) {
            site("site-" + site, "bay");
        }

        assertThat(listed("?limit=2")).containsOnlyKeys("site-a", "site-b");
        assertThat(alerts()).isEmpty();
        assertThat(listed(""))
                .containsEntry("site-a", "there")
                .containsEntry("site-b", "there")
                .containsEntry("site-c", "there")
                .containsEntry("site-d", "day-is-spent")
                .containsEntry("site-e", "day-is-spent");
        assertThat(listed("?after=site-c")).doesNotContainValue("there");
        assertThat(listed("?limit=2"))
                .as("what it was given it may see again")
                .containsValue("there");
        assertThat(hub.as(SOUTH).get(inOperation("/sites/site-e")).text()).contains("31.2571");
        assertThat(alerts()).hasSize(1);
        assertThat(alerts().getFirst()).contains("\"pulls\"", "south-relief", SOUTH);
        assertThat(hub.as(NORTH).get("/o/exercise/readers").text())
                .contains("all that may be pulled from lists in a day");
    }

    private List<String> alerts() {
        return hub.as(NORTH)
                .get(inOperation("/reader-alerts"))
                .json()
                .valueStream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void everyMapOfSitesSaysThatAbsenceIsNoLackOfProtection() {
        for (var language :
                Map.of(
                                "en", "does not mean that nothing there is protected",
                                "fr", "ne signifie pas que rien n’y est protégé",
                                "ar", "لا يعني أن لا شيء هناك محمي",
                                "he", "אין פירושו שדבר שם אינו מוגן")
                        .entrySet()) {
            world();
            say(
                    NORTH,
                    "places.crossing-described",
                    TO_ALL,
                    "{\"crossing\":\"gate\",\"kind\":\"land\",\"names\":{\"common\":{\"en\":\"Gate\"}},\"position\":{\"longitude\":31.2,\"latitude\":1.5}}");
            assertThat(
                            hub.as(SOUTH)
                                    .get(
                                            "/o/exercise",
                                            "Accept-Language",
                                            language.getKey(),
                                            "Accept",
                                            "text/html")
                                    .text())
                    .contains(language.getValue());
        }
    }
}
