package org.parley.hub.sharing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.journal.LogStandings;
import org.parley.kernel.id.OperationId;

/// The stream behind live pages, which ends with its reader and is asked apart from all other
/// addresses. Two readers listen while something is said that one of them may not see: both hear
/// that the log has grown, at the same sizes, and nothing else.
class LiveStreamTest {

    private static final long SEED = Long.getLong("sharing.seed", 20_261_125L);
    private static final String EVENT =
            "(id:\\d+|event:(hello|beat|grew)|retry:\\d+|data:\\S+Z|:.*|)";

    private final Company company = new Company(SEED);
    private final List<Thread> listening = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        listening.forEach(Thread::interrupt);
        http.shutdownNow();
        company.close();
    }

    private static List<String> grown(List<String> heard) {
        return List.copyOf(heard).stream().filter(line -> line.startsWith("id:")).toList();
    }

    private List<String> listen(HubClient reader) throws IOException, InterruptedException {
        var heard = Collections.synchronizedList(new ArrayList<String>());
        var request = reader.to("/o/" + Company.OPERATION + "/live?from=0").build();
        var stream = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        listening.add(
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try (var lines =
                                            new BufferedReader(
                                                    new InputStreamReader(stream.body(), UTF_8))) {
                                        lines.lines().forEach(heard::add);
                                    } catch (IOException | java.io.UncheckedIOException closed) {
                                        heard.add("");
                                    }
                                }));
        return heard;
    }

    private HubClient reader(String account) {
        return company.readers.entrySet().stream()
                .filter(one -> one.getKey().account().equals(account))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void bothReadersHearTheSameSizesAndNothingOfWhatWasSaid() throws Exception {
        var own = listen(reader("south-f3"));
        var other = listen(reader("north-f0"));
        var said =
                company.speaker("south")
                        .post(
                                Company.inOperation("/statements"),
                                """
                                {"type":"partners.seat-reported","id":"6f1f6a0e-1d6c-4f0e-9a3e-6b0c3f1a2b77",
                                 "label":{"audience":[],"sensitivity":"severe"},
                                 "says":{"partner":"south","stage":"seated","on":"2026-03-01",
                                  "approximate":true}}
                                """);
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        company.tell(20);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        var newest = newest();
        while (System.nanoTime() < until
                && !(grown(own).contains(newest) && grown(other).contains(newest))) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }

        assertThat(grown(other)).contains(newest);
        assertThat(grown(own)).contains(newest);
        for (var heard : List.of(own, other)) {
            assertThat(List.copyOf(heard)).allMatch(line -> line.matches(EVENT));
            assertThat(Canaries.in(String.join("\n", List.copyOf(heard)))).isEmpty();
            assertThat(String.join("\n", List.copyOf(heard)))
                    .doesNotContain("south")
                    .doesNotContain("partners")
                    .doesNotContain("6f1f6a0e");
        }
    }

    private String newest() {
        return "id:"
                + company.hub
                        .bean(LogStandings.class)
                        .of(new OperationId(Company.OPERATION))
                        .published();
    }

    @Test
    void whoHasNoPartInTheOperationHearsNothing() {
        assertThat(company.hub.stranger().get("/o/" + Company.OPERATION + "/live").status())
                .isEqualTo(302);
    }
}
