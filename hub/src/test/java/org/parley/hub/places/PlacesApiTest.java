package org.parley.hub.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;
import static org.parley.hub.HubUnderTest.NORTH;
import static org.parley.hub.HubUnderTest.OUTSIDER;
import static org.parley.hub.HubUnderTest.READER;
import static org.parley.hub.HubUnderTest.SOUTH;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;

/// Places over HTTP, through the whole application.
class PlacesApiTest {

    private static final String CANARY = "77.654321";

    private final HubUnderTest hub = HubUnderTest.shared();

    @Test
    void aSitesCoordinatesReachOnlyWhoMaySeeThem() {
        var said =
                hub.as(NORTH)
                        .say(
                                "places.site-described",
                                Map.of(
                                        "site",
                                        "api-depot",
                                        "kind",
                                        "warehouse",
                                        "names",
                                        Map.of("common", Map.of("en", "Depot")),
                                        "area",
                                        "api-area",
                                        "position",
                                        Map.of("longitude", 77.654321, "latitude", 1.5)));
        assertThat(said.status()).as(said.text()).isEqualTo(201);

        assertThat(hub.as(NORTH).get(inOperation("/sites/api-depot")).text()).contains(CANARY);
        for (var path :
                List.of(
                        "/sites/api-depot",
                        "/sites?kind=warehouse",
                        "/sites?limit=500",
                        "/places/api-depot/areas",
                        "/areas",
                        "/crossings",
                        "/corridors",
                        "/statements?type=places.site-described")) {
            var told = hub.as(SOUTH).get(inOperation(path));
            assertThat(told.status()).as(path).isEqualTo(200);
            assertThat(told.text()).as(path).doesNotContain(CANARY);
        }
        assertThat(hub.as(SOUTH).get(inOperation("/sites/api-depot")).text())
                .contains("api-area", "Depot");
        assertThat(hub.as(OUTSIDER).get(inOperation("/sites/api-depot")).status()).isEqualTo(404);
    }

    @Test
    void rivalCrossingDaysAreReadSideBySideAndAsOf() {
        report(NORTH, "closed");
        report(SOUTH, "open");

        var days =
                hub.as(NORTH)
                        .get(
                                inOperation(
                                        "/crossings/api-gate/days?from=2031-05-01&until=2031-05-07"));
        assertThat(days.status()).as(days.text()).isEqualTo(200);
        var day = days.json().get(0);
        assertThat(day.get("differ").booleanValue()).isTrue();
        assertThat(day.get("said")).hasSize(2);
        assertThat(day.at("/said/0/openings/0/reason").asString()).isEqualTo("none-given");
        assertThat(day.at("/said/0/hours/0/from").asString()).isEqualTo("06:00");
        long second = day.at("/said/1/index").asLong();
        assertThat(
                        hub.as(NORTH)
                                .get(
                                        inOperation(
                                                "/crossing-days?from=2031-05-04&until=2031-05-04&asOf="
                                                        + second))
                                .json()
                                .get(0)
                                .get("said"))
                .hasSize(1);
    }

    private void report(String who, String status) {
        var opening =
                status.equals("open")
                        ? Map.of("status", status)
                        : Map.of("status", status, "reason", "none-given");
        var said =
                hub.as(who)
                        .say(
                                "places.crossing-day-reported",
                                Map.of(
                                        "crossing",
                                        "api-gate",
                                        "day",
                                        "2031-05-04",
                                        "openings",
                                        List.of(opening),
                                        "hours",
                                        List.of(Map.of("from", "06:00", "until", "14:30")),
                                        "capacities",
                                        List.of(Map.of("amount", 120, "unit", "TRUCK"))));
        assertThat(said.status()).as(said.text()).isEqualTo(201);
    }

    @Test
    void aMalformedReportNamesItsField() {
        var said =
                hub.as(NORTH)
                        .say(
                                "places.crossing-day-reported",
                                Map.of(
                                        "crossing",
                                        "api-gate",
                                        "day",
                                        "2031-05-04",
                                        "openings",
                                        List.of(Map.of("status", "closed"))));

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.text()).contains("none-given");
        var range =
                hub.as(NORTH).get(inOperation("/crossing-days?from=2020-01-01&until=2031-01-01"));
        assertThat(range.status()).isEqualTo(400);
        assertThat(range.text()).contains("366");
    }

    @Test
    void boundariesComeInAsAFile() {
        var good =
                """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":
                {"adm1_pcode":"XE77","adm1_name":"Seventh"},"geometry":
                {"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}
                """;

        var taken = upload(hub.as(NORTH), good, "2031-02-01");
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.json().get("boundaries").intValue()).isEqualTo(1);
        assertThat(hub.as(SOUTH).get(inOperation("/areas/xe77")).text()).contains("Seventh");
        var drawn = hub.as(SOUTH).get(inOperation("/areas/xe77/boundaries"));
        assertThat(drawn.json().at("/0/outline/type").asString()).isEqualTo("MultiPolygon");
        assertThat(hub.as(SOUTH).get(inOperation("/boundaries?on=2031-01-31")).text())
                .doesNotContain("xe77");
        assertThat(hub.as(SOUTH).get(inOperation("/boundaries?on=2031-02-01")).text())
                .contains("xe77");

        var wrong = upload(hub.as(NORTH), good.replace("adm1_pcode", "x"), "2031-02-01");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Feature 1 has no P-code");
        assertThat(upload(hub.as(READER), good, "2031-02-01").status()).isEqualTo(403);
    }

    private static HubClient.Answer upload(HubClient client, String file, String validFrom) {
        var border = "border-" + UUID.randomUUID();
        var body =
                """
                --%1$s\r
                Content-Disposition: form-data; name="validFrom"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="areas.geojson"\r
                Content-Type: application/geo+json\r
                \r
                %3$s\r
                --%1$s--\r
                """
                        .formatted(border, validFrom, file);
        return client.send(
                client.to(inOperation("/areas/import"))
                        .header("Content-Type", "multipart/form-data; boundary=" + border)
                        .POST(BodyPublishers.ofString(body)));
    }
}
