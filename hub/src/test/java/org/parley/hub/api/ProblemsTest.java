package org.parley.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;
import static org.parley.hub.HubUnderTest.NOBODY;
import static org.parley.hub.HubUnderTest.NORTH;
import static org.parley.hub.HubUnderTest.OUTSIDER;
import static org.parley.hub.HubUnderTest.READER;
import static org.parley.hub.HubUnderTest.SOUTH;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.hub.HubClient;
import org.parley.hub.HubClient.Answer;
import org.parley.hub.HubUnderTest;

/// Each way of asking wrongly gets its own problem, in the reader's language, and never the inside
/// of the hub.
class ProblemsTest {

    private static final String STATEMENTS = inOperation("/statements");

    private final HubUnderTest hub = HubUnderTest.shared();

    private static void isProblem(Answer answer, int status, String code) {
        assertThat(answer.text()).contains("\"" + code + "\"");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().required("type").asString()).isEqualTo("/problems/" + code);
        assertThat(answer.text()).doesNotContain("org.parley").doesNotContain("java.");
    }

    private static String statement(String says) {
        return "{\"type\":\"partners.seat-reported\",\"id\":\"%s\",\"says\":%s}"
                .formatted(UUID.randomUUID(), says);
    }

    private static String seat(String field, String value) {
        return statement(
                "{\"partner\":\"north-aid\",\"stage\":\"seated\",\"on\":\"2026-03-01\",\"approximate\":false}"
                        .replaceFirst(
                                "\"%s\":[^,}]+".formatted(field),
                                "\"%s\":%s".formatted(field, value.replace("\\", "\\\\"))));
    }

    private Answer say(String json) {
        return hub.as(NORTH).post(STATEMENTS, json);
    }

    @Test
    void textThatIsNotJsonIsToldWhere() {
        var answer = say("{\n  \"type\": oops");

        isProblem(answer, 400, "api.malformed-json");
        assertThat(answer.json().at("/facts/line").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/facts/column").asInt()).isGreaterThan(8);
    }

    @Test
    void everythingThatCannotBeIsToldAtOnce() {
        var answer =
                say(
                        """
                        {"type": "partners.seat-reported", "says": {
                          "partner": "Not A Slug", "stage": "flying", "on": "yesterday",
                          "headcount": "many", "aproximate": true}}
                        """);

        isProblem(answer, 400, "api.invalid-value");
        var fields = answer.json().at("/errors").findValuesAsString("field");
        assertThat(fields)
                .containsExactlyInAnyOrder(
                        "id",
                        "says.aproximate",
                        "says.partner",
                        "says.stage",
                        "says.on",
                        "says.headcount",
                        "says.approximate");
    }

    @Test
    void aMissingPartOfABodyIsNamed() {
        var answer = say(statement("{\"stage\":\"seated\",\"approximate\":false}"));

        isProblem(answer, 400, "api.invalid-value");
        assertThat(answer.json().at("/errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("says.partner", "says.on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "1", "\"text\"", "{\"type\":null}", "{\"type\":7}"})
    void anythingElseThanAStatementIsRefused(String json) {
        isProblem(say(json), 400, "api.invalid-value");
    }

    @Test
    void anEmptyBodyIsRefused() {
        assertThat(say("").status()).isEqualTo(400);
    }

    @Test
    void aTypeThatNoFeatureKnowsIsRefused() {
        isProblem(
                say(
                        "{\"type\":\"weather.foretold\",\"id\":\"%s\",\"says\":{}}"
                                .formatted(UUID.randomUUID())),
                400,
                "journal.unknown-type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    partner   | "a\\u0000b"
                    partner   | "a\\ud800b"
                    partner   | -5
                    partner   | ["north-aid"]
                    on        | "+99999-01-01"
                    on        | "2026-02-30"
                    stage     | 3
                    approximate | "yes"
                    approximate | 1e400
                    approximate | 123456789012345678901234567890123456789012345678901234567890123456789
                    """)
    void aValueThatCannotBeIsRefused(String field, String value) {
        var answer = say(seat(field, value));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    }

    @Test
    void mixedDirectionsAreWelcomeAndOverridesAreNot() {
        isNamed("North \\u2067شمال\\u2069 \\u200f", 201);
        isNamed("شمال North צפון", 201);
        isNamed("gnihtemos \\u202e else", 400);
        isNamed("open \\u2067 isolate", 400);
    }

    private void isNamed(String name, int status) {
        var answer =
                say(
                        "{\"type\":\"partners.organisation-described\",\"id\":\"%s\",\"says\":{\"partner\":\"north-aid\",\"kind\":\"ngo\",\"names\":{\"common\":{\"en\":\"%s\"},\"byParty\":{}}}}"
                                .formatted(UUID.randomUUID(), name));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    @Test
    void deepJsonIsRefused() {
        var deep = "[".repeat(10_000) + "]".repeat(10_000);

        assertThat(say(statement("{\"partner\":%s}".formatted(deep))).status()).isEqualTo(400);
    }

    @Test
    void aBodyOfAHundredMegabytesIsTooLarge() {
        var bytes = new byte[100 << 20];

        var answer =
                hub.as(NORTH)
                        .send(
                                hub.as(NORTH)
                                        .to(STATEMENTS)
                                        .header("Content-Type", "application/json")
                                        .POST(BodyPublishers.ofByteArray(bytes)));
        isProblem(answer, 413, "api.too-large");
    }

    @Test
    void aBodyOfUnknownLengthIsCutOff() {
        var answer =
                hub.as(NORTH)
                        .send(
                                hub.as(NORTH)
                                        .to(STATEMENTS)
                                        .header("Content-Type", "application/json")
                                        .POST(
                                                BodyPublishers.ofInputStream(
                                                        () ->
                                                                new java.io.ByteArrayInputStream(
                                                                        new byte[20 << 20]))));
        isProblem(answer, 413, "api.too-large");
    }

    @Test
    void strangersAndReadersCannotSpeak() {
        isProblem(hub.stranger().get(STATEMENTS), 401, "access.sign-in-first");
        isProblem(hub.as(READER).say("partners.seat-reported", Map.of()), 403, "access.reads-only");
    }

    @Test
    void aCookieAloneDoesNotSpeak() {
        var client = new HubClient(hub.address(), null);
        var token = String.valueOf(hub.as(NORTH).token());

        isProblem(
                client.post(STATEMENTS, "{}", "Cookie", "parley_session=" + token),
                403,
                "access.no-form-token");
    }

    @Test
    void whatIsHiddenAndWhatNeverWasAreTheSame() {
        var id = UUID.randomUUID();
        hub.as(NORTH)
                .post(
                        STATEMENTS,
                        """
                        {"type":"partners.seat-reported","id":"%s",
                         "label":{"audience":[],"sensitivity":"severe"},
                         "says":{"partner":"north-aid","stage":"seated","on":"2026-03-01","approximate":true}}
                        """
                                .formatted(id));
        var mine = hub.as(NORTH).get(STATEMENTS + "/north-aid/" + id);
        assertThat(mine.status()).as(mine.text()).isEqualTo(200);

        var hidden = hub.as(SOUTH).get(STATEMENTS + "/north-aid/" + id);
        var never = hub.as(SOUTH).get(STATEMENTS + "/north-aid/" + UUID.randomUUID());
        isProblem(hidden, 404, "api.not-found");
        assertThat(hidden.text().replaceAll("/north-aid/[^\"]*", ""))
                .isEqualTo(never.text().replaceAll("/north-aid/[^\"]*", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api/v1/operations/other/statements",
                "/api/v1/operations/NOT%20A%20SLUG/partners",
                "/api/v1/operations/exercise/partners/Not%20A%20Slug",
                "/api/v1/operations/exercise/partners/never-was",
                "/api/v1/operations/exercise/statements/north-aid/not-a-uuid"
            })
    void whatIsNotThereIsNotFound(String path) {
        isProblem(hub.as(NORTH).get(path), 404, "api.not-found");
    }

    @Test
    void anOperationExistsForThoseAloneWhoTakePart() {
        isProblem(hub.as(NOBODY).get(inOperation("/partners")), 404, "api.not-found");
        assertThat(hub.as(OUTSIDER).get(inOperation("/partners")).status()).isEqualTo(200);
    }

    @Test
    void methodsAndFormatsThatAreNotThereAreNamed() {
        var client = hub.as(NORTH);
        var method = client.send(client.to(inOperation("/partners")).DELETE());
        isProblem(method, 405, "api.http-405");
        assertThat(method.header("Allow")).contains("GET");
        isProblem(client.get(inOperation("/partners"), "Accept", "image/png"), 406, "api.http-406");
        var xml = client.post(STATEMENTS, "<statement/>", "Content-Type", "application/xml");
        isProblem(xml, 415, "api.http-415");
        assertThat(xml.header("Accept")).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?asOf=yesterday",
                "?asOf=-5",
                "?asOf=99999999999999999999999",
                "?asOf=%2B99999-01-01T00:00:00Z",
                "?limit=0",
                "?limit=many",
                "?after=here",
                "?type=%00",
                "?subject=%E2%80%AE"
            })
    void parametersThatCannotBeAreRefused(String query) {
        isProblem(hub.as(NORTH).get(STATEMENTS + query), 400, "api.invalid-value");
    }

    @ParameterizedTest
    @CsvSource({"en,Not found", "ar,غير موجود", "he,לא נמצא", "fr,Introuvable"})
    void problemsAreInTheReadersLanguage(String language, String title) {
        var answer = hub.as(NORTH).get("/api/v1/nothing", "Accept-Language", language);

        assertThat(answer.header("Content-Language")).isEqualTo(language);
        assertThat(answer.json().required("title").asString()).isEqualTo(title);
    }

    @Test
    void aRefusalIsExplainedAtItsAddress() {
        var answer =
                hub.as(NORTH).say("access.membership-ended", Map.of("organisation", "never-was"));
        isProblem(answer, 422, "access.not-a-member");

        var page = hub.stranger().get(answer.json().required("type").asString());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json().required("code").asString()).isEqualTo("access.not-a-member");
        assertThat(hub.stranger().get("/problems").json().size()).isGreaterThan(20);
        assertThat(hub.stranger().get("/problems/never.was").status()).isEqualTo(404);
    }

    @Test
    void theSameIdWithOtherWordsIsRefusedAndWithTheSameIsRepeated() {
        var id = UUID.randomUUID();
        var said =
                "{\"type\":\"partners.seat-reported\",\"id\":\"%s\",\"claimedAt\":\"2026-03-01T10:00:00Z\",\"says\":{\"partner\":\"north-aid\",\"stage\":\"%s\",\"on\":\"2026-03-01\",\"approximate\":true}}";

        var first = say(said.formatted(id, "seated"));
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        var again = say(said.formatted(id, "seated"));
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.json().required("receipt")).isEqualTo(first.json().required("receipt"));
        isProblem(say(said.formatted(id, "invited")), 422, "journal.id-taken");
        assertThat(hub.as(NORTH).get(first.header("Location")).status()).isEqualTo(200);
    }

    @Test
    void whoeverAsksTooMuchIsToldWhenToComeAgain() {
        try (var slow = HubUnderTest.start("parley.api.person=1", "parley.api.burst=3")) {
            var client = slow.as(NORTH);
            Answer last = client.get("/api/v1/me");
            for (int i = 0; i < 5 && last.status() == 200; i++) {
                last = client.get("/api/v1/me");
            }
            isProblem(last, 429, "api.too-many");
            assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 5);
            assertThat(slow.as(SOUTH).get("/api/v1/me").status()).isEqualTo(200);
        }
    }

    @Test
    void oneOrganisationsDesksAreLimitedTogether() {
        try (var slow = HubUnderTest.start("parley.api.organisation=1", "parley.api.burst=4")) {
            var desks = List.of(slow.as(NORTH), slow.as(READER));
            Answer last = desks.getFirst().get("/api/v1/me");
            for (int i = 0; i < 7 && last.status() == 200; i++) {
                last = desks.get(i % 2).get("/api/v1/me");
            }
            isProblem(last, 429, "api.too-many");
            assertThat(slow.as(SOUTH).get("/api/v1/me").status()).isEqualTo(200);
        }
    }

    @Test
    void aHeaderThatIsTooLongIsRefusedWithoutTellingWhatReadsIt() {
        var answer = hub.as(NORTH).get("/api/v1/me", "X-Long", "x".repeat(40_000));

        assertThat(answer.status()).isBetween(400, 431);
        assertThat(answer.text()).doesNotContain("Tomcat").doesNotContain("Exception");
    }
}
