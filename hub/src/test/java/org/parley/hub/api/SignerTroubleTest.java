package org.parley.hub.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;
import static org.parley.hub.HubUnderTest.NORTH;
import static org.parley.hub.HubUnderTest.OPERATION;
import static org.parley.hub.HubUnderTest.SOUTH;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubClient.Answer;
import org.parley.hub.HubUnderTest;
import org.parley.hub.journal.RememberingSigner;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.Rfc6962;
import org.parley.kernel.proof.TlogProof;

/// What senders see while the signer is away, hangs, or remembers another history: programs over
/// the API, people on pages.
class SignerTroubleTest {

    private static final String ORIGIN = "parley.example/" + OPERATION;
    private static final Duration LONGEST = Duration.ofSeconds(40);

    private static HubUnderTest withSwitch() {
        return HubUnderTest.start(
                "parley.journal.own-signer=false",
                "parley.journal.patience=300ms",
                "spring.main.sources=" + RememberingSigner.class.getName());
    }

    private static String statement(UUID id) {
        return HubClient.JSON.writeValueAsString(
                Map.of(
                        "type",
                        "partners.seat-reported",
                        "id",
                        id.toString(),
                        "claimedAt",
                        "2026-03-01T08:00:00Z",
                        "says",
                        Map.of(
                                "partner", "north-aid",
                                "stage", "seated",
                                "on", "2026-03-01",
                                "approximate", true)));
    }

    private static Answer send(HubUnderTest hub, UUID id, String... headers) {
        return hub.as(NORTH).post(inOperation("/statements"), statement(id), headers);
    }

    private static Answer sendUntilReceipted(HubUnderTest hub, UUID id) throws Exception {
        long until = System.nanoTime() + LONGEST.toNanos();
        var answer = send(hub, id);
        while (answer.status() == 202 && System.nanoTime() < until) {
            Thread.sleep(200);
            answer = send(hub, id);
        }
        return answer;
    }

    private static void isPending(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.json().required("status").asString()).isEqualTo("pending");
        assertThat(answer.json().has("receipt")).isFalse();
    }

    private static void isReceipted(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().required("status").asString()).isEqualTo("repeated");
        var receipt = TlogProof.parse(answer.json().required("receipt").asString());
        assertThat(receipt.index()).isEqualTo(answer.json().required("index").asLong());
    }

    private static String receiptOf(UUID id) {
        return inOperation("/statements/north-aid/" + id + "/receipt");
    }

    @Test
    void whileTheSignerIsAwayStatementsAreStoredAndTheirReceiptsComeLater() throws Exception {
        try (var hub = withSwitch()) {
            assertThat(send(hub, UUID.randomUUID()).status()).isEqualTo(201);
            hub.bean(RememberingSigner.class).setAway(true);
            var id = UUID.randomUUID();
            var first = send(hub, id);
            var second = send(hub, UUID.randomUUID());

            isPending(first);
            isPending(second);
            isPending(send(hub, id)); // asking again stores nothing twice
            assertThat(second.json().required("index").asLong())
                    .isEqualTo(first.json().required("index").asLong() + 1);
            assertThat(hub.as(NORTH).get(receiptOf(id)).status()).isEqualTo(404);
            var log = hub.stranger().get("/health").json().at("/logs/" + OPERATION);
            assertThat(log.required("signer").asString()).isEqualTo("away");
            assertThat(log.required("pending").asLong()).isEqualTo(2);

            hub.bean(RememberingSigner.class).setAway(false);
            var receipted = sendUntilReceipted(hub, id);
            isReceipted(receipted);
            assertThat(hub.as(NORTH).get(receiptOf(id)).text())
                    .isEqualTo(receipted.json().required("receipt").asString());
            assertThat(hub.stranger().get("/health").json().required("state").asString())
                    .isEqualTo("up");
        }
    }

    @Test
    void aPageSaysThatAStatementIsStoredAndItsReceiptPending() throws Exception {
        try (var hub = withSwitch()) {
            hub.bean(RememberingSigner.class).setAway(true);
            var said = sendForm(hub, "en");
            assertThat(said.status()).as(said.text()).isEqualTo(303);
            var page = said.header("Location");

            assertThat(hub.as(NORTH).get(page).text())
                    .contains("Stored; the receipt is pending")
                    .contains("The signer is away, so there is no receipt yet");
            assertThat(hub.as(SOUTH).get(page).status()).isEqualTo(404);
            hub.bean(RememberingSigner.class).setAway(false);
            long until = System.nanoTime() + LONGEST.toNanos();
            var text = hub.as(NORTH).get(page).text();
            while (text.contains("no receipt yet") && System.nanoTime() < until) {
                Thread.sleep(200);
                text = hub.as(NORTH).get(page).text();
            }
            assertThat(text).doesNotContain("no receipt yet").contains("/receipt");
        }
    }

    @Test
    void aHubOverAnotherHistorySaysWhyItTakesNothingMore() throws Exception {
        try (var hub = withSwitch()) {
            assertThat(send(hub, UUID.randomUUID()).status()).isEqualTo(201);
            hub.bean(RememberingSigner.class)
                    .remember(new Checkpoint(ORIGIN, 1000, Rfc6962.leaf(new byte[0])));
            send(hub, UUID.randomUUID()); // stored, and refused by the signer thereafter
            var answer = untilReadOnly(hub);

            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(answer.text())
                    .contains("journal.read-only")
                    .contains("1000 were signed before");
            assertThat(send(hub, UUID.randomUUID(), "Accept-Language", "fr").text())
                    .contains("signées auparavant");
            assertThat(hub.as(NORTH).get(inOperation("/statements")).status()).isEqualTo(200);
            assertThat(
                            hub.stranger()
                                    .get("/health")
                                    .json()
                                    .at("/logs/" + OPERATION + "/readOnly")
                                    .asBoolean())
                    .isTrue();

            var page = sendForm(hub, "en");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.text())
                    .contains("This operation takes no statements now")
                    .contains("1000 were signed before")
                    .doesNotContain("Wait a minute");
            assertThat(sendForm(hub, "ar").text()).contains("هذه العملية لا تقبل إفادات الآن");
        }
    }

    private static Answer untilReadOnly(HubUnderTest hub) throws Exception {
        long until = System.nanoTime() + LONGEST.toNanos();
        var answer = send(hub, UUID.randomUUID());
        while (answer.status() == 202 && System.nanoTime() < until) {
            Thread.sleep(100);
            answer = send(hub, UUID.randomUUID());
        }
        return answer;
    }

    /// The signer's process is stopped, not ended: its pipes stay open and nothing comes.
    @Test
    void aHangingSignerDelaysReceiptsAndIsReplacedWithoutAnybodysHelp() throws Exception {
        try (var hub = HubUnderTest.start("parley.journal.patience=1s")) {
            assertThat(send(hub, UUID.randomUUID()).status()).isEqualTo(201);
            var folder = hub.setting("parley.journal.signer");
            var hanging = signer(folder);
            assertThat(new ProcessBuilder("kill", "-STOP", "" + hanging.pid()).start().waitFor())
                    .isZero();
            var id = UUID.randomUUID();
            long from = System.nanoTime();
            var answer = send(hub, id);

            isPending(answer);
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(LONGEST);
            isReceipted(sendUntilReceipted(hub, id));
            assertThat(hanging.isAlive()).isFalse();
            assertThat(signer(folder).pid()).isNotEqualTo(hanging.pid());
            assertThat(send(hub, UUID.randomUUID()).status()).isEqualTo(201);
        }
    }

    private static ProcessHandle signer(String folder) {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(
                        child ->
                                List.of(child.info().arguments().orElse(new String[0]))
                                        .contains(folder))
                .findFirst()
                .orElseThrow();
    }

    /// Fills in the form as its page has it, and sends it as a browser does.
    private static Answer sendForm(HubUnderTest hub, String language) {
        var path = "/o/" + OPERATION + "/say/seat";
        var form = hub.as(NORTH).get(path, "Accept-Language", language).text();
        var typed = new LinkedHashMap<String, String>();
        var hidden =
                Pattern.compile(
                                "name=\"statement\" value=\"([^\"]+)\"|value=\"([^\"]+)\" name=\"statement\"")
                        .matcher(form);
        assertThat(hidden.find()).as(form).isTrue();
        typed.put("statement", hidden.group(1) == null ? hidden.group(2) : hidden.group(1));
        typed.put("partner", "north-aid");
        typed.put("stage", "seated");
        typed.put("on", "2026-03-01");
        typed.put("approximate", "true");
        var body =
                typed.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return hub.as(NORTH)
                .send(
                        hub.as(NORTH)
                                .to(path)
                                .header("Accept-Language", language)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(body)));
    }
}
