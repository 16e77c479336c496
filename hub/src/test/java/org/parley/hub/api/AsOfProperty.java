package org.parley.hub.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;
import static org.parley.hub.HubUnderTest.NORTH;
import static org.parley.hub.HubUnderTest.READER;
import static org.parley.hub.HubUnderTest.SOUTH;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Nothing is rewritten: whatever is said afterwards, every read of the API about an earlier moment
/// has the same bytes as answer. The history is made from the description of the API, so that new
/// statements and reads are in it as they come. Memberships and erasures are left out: clearance is
/// as it is today, and what was lawfully erased shows as erased. `-Dasof.seed` repeats a run.
class AsOfProperty {

    private static final long SEED = Long.getLong("asof.seed", 20_260_302L);
    private static final int ROUNDS = Integer.getInteger("asof.rounds", 5);
    private static final int TRIES = 60;

    private record Question(String account, String path) {}

    /// One of its own: what is invented here may end memberships that other tests rely on.
    private final HubUnderTest hub = HubUnderTest.start();
    private final JsonNode document = hub.stranger().get("/api/v1/openapi.json").json();
    private final Invented invented = new Invented(document, new Random(SEED));
    private final Map<String, HubClient> clients =
            Map.of(NORTH, hub.as(NORTH), SOUTH, hub.as(SOUTH), READER, hub.as(READER));
    private final Map<Question, String> answers = new LinkedHashMap<>();
    private int recorded;

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void anEarlierMomentReadsTheSameForEver() {
        System.err.printf("as of: seed %d%n", SEED);
        for (int round = 0; round < ROUNDS; round++) {
            saySomething();
            remember(size());
        }
        saySomething();
        System.err.printf("as of: %d recorded, %d answers%n", recorded, answers.size());

        assertThat(recorded).isGreaterThan(ROUNDS);
        answers.forEach(
                (question, answer) ->
                        assertThat(ask(question))
                                .as(
                                        "seed %d: %s asks %s",
                                        SEED, question.account(), question.path())
                                .isEqualTo(answer));
    }

    private HubClient client(String account) {
        return requireNonNull(clients.get(account));
    }

    private void saySomething() {
        var forms = new ArrayList<JsonNode>();
        document.at("/components/schemas/Statement/oneOf").forEach(forms::add);
        forms.removeIf(
                form -> form.toString().matches(".*statement\\.(access\\.|journal\\.erased).*"));
        for (int i = 0; i < TRIES; i++) {
            var statement = (ObjectNode) invented.fitting(invented.one(forms), 0);
            statement.remove(List.of("label", "seen", "device"));
            var speaker = client(invented.one(List.of(NORTH, SOUTH)));
            var said = speaker.post(inOperation("/statements"), statement.toString());
            recorded += said.status() == 201 ? 1 : 0;
        }
    }

    private long size() {
        return client(NORTH).get(inOperation("")).json().required("size").asLong();
    }

    private void remember(long size) {
        for (var path : document.required("paths").properties()) {
            if (isReadOfState(path.getKey(), path.getValue())) {
                var asked =
                        path.getKey().replace("{operation}", HubUnderTest.OPERATION)
                                + "?asOf="
                                + size;
                for (var account : clients.keySet()) {
                    var question = new Question(account, asked);
                    answers.put(question, ask(question));
                }
            }
        }
    }

    /// Imports are errands on this node, not statements.
    private static boolean isReadOfState(String path, JsonNode methods) {
        return methods.has("get")
                && path.matches("/api/v1/operations/\\{operation}/[a-z-]+(/[a-z-]+)?")
                && !path.endsWith("/imports");
    }

    private String ask(Question question) {
        var answer = client(question.account()).get(question.path());
        assertThat(answer.status()).as(question + answer.text()).isLessThan(500);
        return answer.status() + " " + answer.header("ETag") + " " + answer.text();
    }
}
