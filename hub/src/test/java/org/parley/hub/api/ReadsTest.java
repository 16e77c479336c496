package org.parley.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;
import static org.parley.hub.HubUnderTest.NOBODY;
import static org.parley.hub.HubUnderTest.NORTH;
import static org.parley.hub.HubUnderTest.OPERATOR;
import static org.parley.hub.HubUnderTest.SOUTH;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubUnderTest;

/// What is read over the API: where to begin, pages, entity tags, earlier moments, health and
/// metrics.
class ReadsTest {

    private final HubUnderTest hub = HubUnderTest.shared();

    @BeforeEach
    void somebodySaysSomething() {
        for (var stage : new String[] {"invited", "accredited", "seated"}) {
            var said =
                    hub.as(NORTH)
                            .say(
                                    "partners.seat-reported",
                                    Map.of(
                                            "partner",
                                            "north-aid",
                                            "stage",
                                            stage,
                                            "on",
                                            "2026-03-01",
                                            "approximate",
                                            true));
            assertThat(said.status()).as(said.text()).isEqualTo(201);
        }
    }

    @Test
    void theIndexSaysWhereToBegin() {
        var index = hub.as(NORTH).get("/api/v1").json();

        assertThat(index.at("/links/operations").asString()).isEqualTo("/api/v1/operations");
    }

    @Test
    void eachAccountIsToldWhatItIs() {
        var me = hub.as(NORTH).get("/api/v1/me").json();

        assertThat(me.required("organisation").asString()).isEqualTo("north-aid");
        assertThat(me.at("/parts/0/role").asString()).isEqualTo("contributor");
        assertThat(hub.as(NOBODY).get("/api/v1/me").json().required("parts").isEmpty()).isTrue();
    }

    @Test
    void operationsAreListedToThoseWhoTakePart() {
        var operation = hub.as(NORTH).get("/api/v1/operations/exercise").json();

        assertThat(operation.required("exercise").asBoolean()).isTrue();
        assertThat(operation.at("/names/en").asString()).isEqualTo("Exercise");
        assertThat(operation.required("size").asLong()).isPositive();
        assertThat(operation.required("now").asString()).endsWith("Z");
        assertThat(hub.as(NOBODY).get("/api/v1/operations").json().isEmpty()).isTrue();
        assertThat(hub.as(NOBODY).get("/api/v1/operations/exercise").status()).isEqualTo(404);
    }

    @Test
    void pagesLeadToTheNextUntilThereIsNone() {
        var client = hub.as(NORTH);
        var seen = new HashSet<String>();
        var path = inOperation("/statements?limit=2");
        while (!path.isEmpty()) {
            var page = client.get(path);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            for (var item : page.json().required("items")) {
                assertThat(seen.add(item.required("id").asString())).isTrue();
            }
            var link = page.header("Link");
            assertThat(link.isEmpty()).isEqualTo(!page.json().has("next"));
            path = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        var client = hub.as(SOUTH);
        var first = client.get(inOperation("/partners"));

        assertThat(first.header("ETag")).matches("\"[A-Za-z0-9_-]+\"");
        assertThat(first.header("Cache-Control")).contains("private").contains("no-cache");
        assertThat(first.header("Vary")).contains("Authorization").contains("Accept-Language");
        var again = client.get(inOperation("/partners"), "If-None-Match", first.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void anEarlierMomentIsTheSameBytesForEver() {
        var client = hub.as(SOUTH);
        var path = inOperation("/statements?asOf=2");
        var first = client.get(path);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        somebodySaysSomething();

        var later = client.get(path);
        assertThat(later.bytes()).isEqualTo(first.bytes());
        assertThat(later.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(later.header("Cache-Control")).contains("immutable").contains("private");
    }

    @Test
    void aMomentThatIsNotOverMayNotBeKept() {
        var future = hub.as(SOUTH).get(inOperation("/statements?asOf=9000000"));

        assertThat(future.status()).isEqualTo(200);
        assertThat(future.header("Cache-Control")).doesNotContain("immutable");
    }

    @Test
    void headTellsWhatGetWould() {
        var client = hub.as(SOUTH);
        var path = inOperation("/statements?asOf=3");
        var get = client.get(path);
        var head = client.send(client.to(path).HEAD());

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
    }

    @Test
    void longAnswersArePackedForWhoUnpacks() throws IOException {
        var client = hub.as(SOUTH);
        var path = inOperation("/statements?asOf=4");
        var plain = client.get(path);
        var packed = client.get(path, "Accept-Encoding", "gzip");

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.bytes().length).isLessThan(plain.bytes().length);
        assertThat(packed.header("ETag")).isNotEqualTo(plain.header("ETag"));
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(plain.text());
        }
    }

    @Test
    void receiptsAndDisclosuresAreFiles() {
        var client = hub.as(SOUTH);
        var newest = client.get(inOperation("/statements?limit=1")).json().at("/items/0");
        var path =
                inOperation("/statements/")
                        + newest.required("originator").asString()
                        + "/"
                        + newest.required("id").asString();

        var receipt = client.get(path + "/receipt");
        assertThat(receipt.status()).as(receipt.text()).isEqualTo(200);
        assertThat(receipt.text()).startsWith("c2sp.org/tlog-proof@v1");
        assertThat(client.get(path + "/package").status()).isEqualTo(200);
    }

    @Test
    void healthTellsStatesToAnybody() {
        var health = hub.stranger().get("/health");

        assertThat(health.status()).as(health.text()).isEqualTo(200);
        assertThat(health.json().required("state").asString()).isEqualTo("up");
        assertThat(health.json().at("/logs/exercise/signer").asString()).isEqualTo("up");
        assertThat(hub.stranger().get("/health/live").status()).isEqualTo(200);
        assertThat(hub.stranger().get("/health/ready").status()).isEqualTo(200);
        assertThat(hub.stranger().get("/actuator/health").status()).isNotEqualTo(200);
    }

    @Test
    void metricsAreForOperatorsAndThisMachine() {
        var here = hub.stranger().get("/metrics");
        assertThat(here.status()).as(here.text()).isEqualTo(200);
        assertThat(here.text()).contains("parley_log_size{").contains("jvm_memory_used_bytes");
        assertThat(here.text()).doesNotContain("north-aid");

        assertThat(hub.as(OPERATOR).get("/metrics", "X-Forwarded-For", "192.0.2.1").status())
                .isEqualTo(200);
        assertThat(hub.as(NORTH).get("/metrics", "X-Forwarded-For", "192.0.2.1").status())
                .isEqualTo(404);
        assertThat(hub.stranger().get("/metrics", "X-Forwarded-For", "192.0.2.1").status())
                .isEqualTo(404);
    }

    @Test
    void programsSignInAndOut() {
        var session = hub.stranger().post("/api/v1/sessions", "{\"account\":\"north-aid-desk\"}");
        assertThat(session.status()).as(session.text()).isEqualTo(201);
        var client =
                new org.parley.hub.HubClient(
                        hub.address(), session.json().required("token").asString());

        assertThat(client.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(client.send(client.to("/api/v1/sessions/current").DELETE()).status())
                .isEqualTo(204);
        assertThat(client.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(hub.stranger().post("/api/v1/sessions", "{\"account\":\"never-was\"}").status())
                .isEqualTo(403);
    }
}
