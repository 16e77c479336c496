package org.parley.hub.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.parley.hub.flow.Sample.CN;
import static org.parley.hub.flow.Sample.entry;
import static org.parley.hub.flow.Sample.gone;
import static org.parley.hub.flow.Sample.inLoad;
import static org.parley.hub.flow.Sample.inPart;
import static org.parley.hub.flow.Sample.line;
import static org.parley.hub.flow.Sample.loaded;
import static org.parley.hub.flow.Sample.manifest;
import static org.parley.hub.flow.Sample.org;
import static org.parley.hub.flow.Sample.request;
import static org.parley.hub.flow.Sample.ruling;
import static org.parley.hub.flow.Sample.rulingFor;
import static org.parley.hub.flow.Sample.step;
import static org.parley.hub.journal.TestJournal.NOON;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.journal.Outcome;
import org.parley.kernel.quantity.Unit;

/// A consignment's life, from the request to closed books.
class FlowStory {

    private final TestFlow hub = TestFlow.open();
    private Instant now = NOON;

    @AfterEach
    void close() {
        hub.close();
    }

    private void later(int hours) {
        now = now.plus(Duration.ofHours(hours));
        hub.hub.setNow(now);
    }

    @Test
    void aConsignmentLivesFromRequestToClosedBooks() {
        askedAndRuledOn();
        onItsWayToTheYard();
        fromTheYardToItsReceiver();

        var flour = hub.line("agency", CN, "1");
        assertThat(flour.quantities()).isNotNull();
        assertThat(requireNonNull(flour.quantities()).ruledFor()).isEqualByComparingTo("100");
        assertThat(balance(flour, "yard"))
                .isEqualTo(
                        new NodeBalance(
                                "yard", n(100), n(90), n(0), n(0), n(0), n(10), n(0), n(0)));
        assertThat(balance(flour, "inside"))
                .isEqualTo(
                        new NodeBalance(
                                "inside", n(90), n(65), n(2), n(20), n(0), n(3), n(0), n(0)));
        var kits = hub.line("agency", CN, "2");
        assertThat(balance(kits, "outside").returned()).isEqualByComparingTo("50");
        assertThat(balance(kits, "outside").liesThere()).isEqualByComparingTo("0");
        theSenderSeesWhyItIsShort();
        theChainIsInOrderOfOccurrence();
        booksCloseWithAnExplanation();
        assertThat(hub.hub.rebuild().same()).isTrue();
    }

    private void askedAndRuledOn() {
        var flour =
                new LineItem(
                        "1",
                        "wheat flour, 25 kg bags",
                        "food",
                        n(100),
                        Unit.PX,
                        new BigDecimal("116.2"),
                        null,
                        LocalDate.parse("2032-01-31"));
        hub.tell("agency", request(CN, flour, line("2", "hygiene", 500, Unit.KT)));
        later(2);
        hub.tell(
                "authority",
                new ReviewReported(
                        CN, org("authority"), ReviewState.ON_HOLD, List.of(), "documents"));
        later(10);
        hub.tell("authority", ruling("R-7", CN, rulingFor("1"), inPart("2", 300)));
        later(1);

        assertThat(hub.say("agency", manifest("M-1", entry(CN, "2", 301))))
                .as("more than was ruled for")
                .isInstanceOf(Outcome.Refused.class);
        hub.tell("agency", manifest("M-1", entry(CN, "1", 100), entry(CN, "2", 300)));
    }

    private void onItsWayToTheYard() {
        later(12);
        hub.tell(
                "agency",
                step(CN, Step.DISPATCHED, loaded("1", 100, "L-1"), loaded("2", 300, "L-2")));
        later(4);
        hub.tell("agency", step(CN, Step.AT_INSPECTION, Goods.of("1", 100), Goods.of("2", 300)));
        later(5);
        hub.tell("agency", gone(CN, Step.RETURNED, Node.OUTSIDE, null, loaded("2", 50, "L-2")));
        hub.tell(
                "agency",
                new LoadsChanged(
                        "TL-1",
                        null,
                        LoadChange.TRANSLOAD,
                        Node.OUTSIDE,
                        null,
                        List.of("V-7K2Q"),
                        List.of(inLoad("L-1", CN, "1", 100), inLoad("L-2", CN, "2", 250)),
                        List.of(
                                inLoad("T-1", CN, "1", 60),
                                inLoad("T-2", CN, "1", 40),
                                inLoad("T-2", CN, "2", 250))));
        assertThat(hub.see("agency", CN).loads())
                .extracting(LoadView::load, LoadView::line, load -> load.amount().longValue())
                .containsExactly(
                        tuple("T-1", "1", 60L), tuple("T-2", "1", 40L), tuple("T-2", "2", 250L));
        later(1);
        hub.tell(
                "agency",
                new GoodsReported(
                        CN,
                        Step.OFFLOADED,
                        List.of(
                                loaded("1", 60, "T-1"),
                                loaded("1", 40, "T-2"),
                                loaded("2", 250, "T-2")),
                        null,
                        null,
                        "gate-north",
                        null,
                        List.of(),
                        null,
                        null));
        assertThat(hub.see("agency", CN).loads()).isEmpty();
    }

    private void fromTheYardToItsReceiver() {
        later(20);
        hub.tell(
                "relief",
                new CustodyHandedOver(
                        CN,
                        org("agency"),
                        org("relief"),
                        List.of(Goods.of("1", 90), Goods.of("2", 250)),
                        null,
                        "gate-north",
                        "depot",
                        List.of("V-9")));
        hub.tell("relief", gone(CN, Step.DAMAGED, Node.YARD, null, Goods.of("1", 10)));
        hub.tell("relief", step(CN, Step.COLLECTED, Goods.of("1", 90), Goods.of("2", 250)));
        later(2);
        hub.tell(
                "relief",
                gone(
                        CN,
                        Step.INTERCEPTED,
                        Node.INSIDE,
                        Interception.SELF_DISTRIBUTION,
                        Goods.of("1", 20)));
        later(3);
        hub.tell(
                "relief",
                new ReceiptReported(
                        CN,
                        List.of(
                                new ReceivedLine(
                                        "1",
                                        n(65),
                                        n(3),
                                        n(2),
                                        List.of(ReceiptReason.WET, ReceiptReason.UNKNOWN),
                                        null),
                                new ReceivedLine("2", n(250), null, null, List.of(), null)),
                        "depot",
                        null));
        later(24);
        hub.tell("relief", step(CN, Step.DISTRIBUTED, Goods.of("1", 65), Goods.of("2", 250)));
    }

    private void theSenderSeesWhyItIsShort() {
        var received =
                hub.see("agency", CN).chain().stream()
                        .filter(link -> link.type().equals("flow.receipt-reported"))
                        .findFirst()
                        .orElseThrow();

        assertThat(requireNonNull(received.received()).getFirst().reasons())
                .containsExactly(ReceiptReason.WET, ReceiptReason.UNKNOWN);
        assertThat(received.place()).isEqualTo("depot");
    }

    private void theChainIsInOrderOfOccurrence() {
        var view = hub.see("relief", CN);

        assertThat(view.chain()).hasSize(15).extracting(ChainView::occurredAt).isSorted();
        assertThat(view.chain().getLast().what()).isEqualTo("distributed");
        assertThat(view.head().stage()).isEqualTo("distributed");
        assertThat(view.manifests()).hasSize(1);
        assertThat(view.rulings())
                .extracting(RulingView::authority, RulingView::outcome)
                .containsExactly(tuple("authority", "for"), tuple("authority", "in-part"));
    }

    private void booksCloseWithAnExplanation() {
        assertThat(hub.say("agency", new ConsignmentClosed(CN, null)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.why().code()).isEqualTo("flow.not-reconciled"));

        hub.tell("agency", new ConsignmentClosed(CN, "two pallets never found"));

        assertThat(hub.see("agency", CN).head().stage()).isEqualTo("closed");
    }

    private static BigDecimal n(long amount) {
        return BigDecimal.valueOf(amount);
    }

    private static NodeBalance balance(LineView line, String node) {
        return requireNonNull(line.balance()).stream()
                .filter(balance -> balance.node().equals(node))
                .findFirst()
                .orElseThrow();
    }
}
