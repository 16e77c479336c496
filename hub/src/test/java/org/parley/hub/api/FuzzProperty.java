package org.parley.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Role;
import tools.jackson.databind.JsonNode;

/// Whatever is sent, the hub answers within its time, never with a fault of its own, and says what
/// is wrong in the language that was asked for: requests
/// made from the description of the API, two fifths nearly right, two fifths wrong, one fifth
/// noise. `-Dfuzz.seed` repeats a run, `-Dfuzz.requests` makes it longer.
class FuzzProperty {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 3_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_260_301L);
    private static final int AT_ONCE = 4;
    private static final Pattern IN_PATH = Pattern.compile("\\{([A-Za-z]+)}");

    private enum Sort {
        NEARLY_RIGHT,
        WRONG,
        NOISE;

        static Sort of(int dice) {
            return dice < 40 ? NEARLY_RIGHT : dice < 80 ? WRONG : NOISE;
        }
    }

    /// One of its own: what is invented here may end memberships that other tests rely on.
    private final HubUnderTest hub = HubUnderTest.start();
    private final HubClient client = coordinator(hub);
    private final JsonNode document = hub.stranger().get("/api/v1/openapi.json").json();
    private final List<JsonNode> forms = forms();
    private final List<Map.Entry<String, JsonNode>> reads = reads();
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> statuses = new TreeMap<>();

    /// Coordinates, so that more of what is sent is decided on and not refused at the door.
    private static HubClient coordinator(HubUnderTest hub) {
        hub.enrol("fuzz-coordinator", "north-aid", Role.COORDINATOR);
        return hub.as("fuzz-coordinator");
    }

    private List<JsonNode> forms() {
        var forms = new ArrayList<JsonNode>();
        document.at("/components/schemas/Statement/oneOf").forEach(forms::add);
        return forms;
    }

    private List<Map.Entry<String, JsonNode>> reads() {
        return document.required("paths").properties().stream()
                .filter(path -> path.getValue().has("get"))
                .map(path -> Map.entry(path.getKey(), path.getValue().get("get")))
                .toList();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void nothingThatIsSentBreaksTheHub() throws InterruptedException {
        System.err.printf("fuzz: seed %d, %d requests%n", SEED, REQUESTS);
        try (var senders = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < REQUESTS; i++) {
                int number = i;
                senders.submit(() -> send(number));
            }
        }
        System.err.println("fuzz: " + statuses);
        assertThat(faults).as("seed %d", SEED).isEmpty();
        assertThat(statuses.getOrDefault("NEARLY_RIGHT 201", 0))
                .as("some must be right enough to be recorded")
                .isGreaterThan(REQUESTS / 100);
        assertThat(hub.stranger().get("/health").json().required("state").asString())
                .isEqualTo("up");
    }

    private void send(int number) {
        var random = new Random(SEED * 31 + number);
        var invented = new Invented(document, random);
        var sort = Sort.of(random.nextInt(100));
        var shown = new StringBuilder();
        try {
            var request =
                    random.nextInt(3) == 0
                            ? read(invented, sort, shown)
                            : statement(invented, sort, shown);
            var language = Languages.SPOKEN.get(number % Languages.SPOKEN.size());
            var answer = client.send(request.header("Accept-Language", language.getLanguage()));
            count(sort + " " + answer.status());
            if (answer.status() >= 500) {
                fault(number, shown + " → " + answer.status() + " " + answer.text());
            } else if (answer.header("Content-Type").startsWith("application/problem+json")) {
                var chosen = Locale.forLanguageTag(answer.header("Content-Language"));
                worded(chosen, answer.json())
                        .ifPresent(why -> fault(number, shown + " → in another language: " + why));
            }
        } catch (RuntimeException | AssertionError broken) {
            fault(number, shown + " → " + broken);
        }
    }

    /// What of a problem is not in the language that was asked for.
    private static Optional<String> worded(Locale language, JsonNode problem) {
        var sentences = new ArrayList<String>();
        sentences.add(problem.required("title").asString());
        sentences.add(problem.required("detail").asString());
        for (var error : problem.path("errors")) {
            sentences.add(error.required("problem").asString());
        }
        return sentences.stream()
                .flatMap(sentence -> Foreign.in(language, sentence).stream())
                .findFirst();
    }

    private synchronized void count(String what) {
        statuses.merge(what, 1, Integer::sum);
    }

    private void fault(int number, String what) {
        if (faults.size() < 20) {
            faults.add("#" + number + " " + what.substring(0, Math.min(1_500, what.length())));
        }
    }

    private HttpRequest.Builder statement(Invented invented, Sort sort, StringBuilder shown) {
        var body = sort == Sort.NOISE ? invented.noise() : written(statement(invented, sort));
        shown.append("POST statements ").append(new String(body, StandardCharsets.UTF_8));
        return client.to(inOperation("/statements"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
    }

    private JsonNode statement(Invented invented, Sort sort) {
        var fitting = invented.fitting(invented.one(forms), 0);
        if (fitting instanceof tools.jackson.databind.node.ObjectNode object
                && invented.random().nextInt(4) > 0) {
            object.remove(List.of("label", "seen", "device"));
        }
        return switch (sort) {
            case NEARLY_RIGHT ->
                    invented.random().nextBoolean() ? fitting : invented.mutated(fitting);
            case WRONG, NOISE -> invented.violated(fitting);
        };
    }

    private static byte[] written(JsonNode statement) {
        // lone surrogates only exist as escapes, as a careless client would send them
        return statement.toString().replace("\uD800", "\\ud800").getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder read(Invented invented, Sort sort, StringBuilder shown) {
        var read = invented.one(reads);
        var path =
                IN_PATH.matcher(read.getKey())
                        .replaceAll(
                                name ->
                                        sort == Sort.NOISE
                                                ? encoded(invented.oddText())
                                                : name.group(1).equals("operation")
                                                        ? "exercise"
                                                        : encoded(segment(invented, sort)));
        var query = new StringBuilder();
        for (var parameter : read.getValue().path("parameters")) {
            if (parameter.path("in").asString().equals("query")
                    && invented.random().nextBoolean()) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(parameter.required("name").asString())
                        .append('=')
                        .append(encoded(value(invented, sort, parameter.required("schema"))));
            }
        }
        shown.append("GET ").append(path).append(query);
        return client.to(path + query).GET();
    }

    private static String segment(Invented invented, Sort sort) {
        return sort == Sort.NEARLY_RIGHT ? "north-aid" : invented.oddText();
    }

    private static String value(Invented invented, Sort sort, JsonNode schema) {
        return sort == Sort.NEARLY_RIGHT
                ? invented.fitting(schema, 0).asString()
                : invented.oddText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
