package org.parley.hub.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.parley.hub.flow.Sample.CN;
import static org.parley.hub.flow.Sample.correcting;
import static org.parley.hub.flow.Sample.entry;
import static org.parley.hub.flow.Sample.gone;
import static org.parley.hub.flow.Sample.line;
import static org.parley.hub.flow.Sample.manifest;
import static org.parley.hub.flow.Sample.org;
import static org.parley.hub.flow.Sample.request;
import static org.parley.hub.flow.Sample.ruling;
import static org.parley.hub.flow.Sample.rulingFor;
import static org.parley.hub.flow.Sample.step;
import static org.parley.hub.flow.Sample.with;
import static org.parley.hub.journal.TestJournal.NOON;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.journal.Outcome;
import org.parley.hub.journal.TestJournal;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Reader;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.quantity.Unit;

class FlowStoreTest {

    private final TestFlow hub = TestFlow.open();

    @AfterEach
    void close() {
        hub.close();
    }

    private BigDecimal dispatched(String line) {
        return requireNonNull(hub.line("agency", CN, line).quantities()).dispatched();
    }

    @Test
    void aCorrectionReplacesWhatItsAuthorSaid() {
        hub.tell("agency", request(CN, line("1", "food", 100, Unit.BG)));
        var first = StatementId.derivedFrom("first");
        hub.submit("agency", first, step(CN, Step.DISPATCHED, Goods.of("1", 80)), NOON);
        var before = hub.hub.cut();

        hub.tell("agency", correcting(first, CN, Step.DISPATCHED, Goods.of("1", 70)));

        assertThat(dispatched("1")).isEqualByComparingTo("70");
        assertThat(hub.see("agency", CN).chain()).hasSize(2);
        var then = hub.flow.find(hub.hub.sight("agency"), before, CN).orElseThrow();
        assertThat(requireNonNull(then.lines().getFirst().quantities()).dispatched())
                .isEqualByComparingTo("80");
        assertThat(hub.hub.rebuild().same()).isTrue();
    }

    @Test
    void anotherCannotCorrectIt() {
        hub.tell("agency", request(CN, line("1", "food", 100, Unit.BG)));
        var first = StatementId.derivedFrom("first");
        hub.submit("agency", first, step(CN, Step.DISPATCHED, Goods.of("1", 80)), NOON);

        hub.tell("relief", correcting(first, CN, Step.DISPATCHED, Goods.of("1", 70)));

        assertThat(dispatched("1")).isEqualByComparingTo("150");
        assertThat(hub.see("agency", CN).chain().getLast().marks())
                .contains(Marks.NOTHING_TO_CORRECT);
    }

    @Test
    void whatWasReportedBeforeTheRequestIsCountedOnceItIsMade() {
        hub.tell("agency", step(CN, Step.DISPATCHED, Goods.of("1", 80)));
        assertThat(hub.flow.find(hub.hub.sight("agency"), hub.hub.cut(), CN)).isEmpty();

        hub.tell("agency", request(CN, line("1", "food", 100, Unit.BG)));

        assertThat(dispatched("1")).isEqualByComparingTo("80");
        assertThat(hub.see("agency", CN).chain().getFirst().marks())
                .contains(Marks.CONSIGNMENT_UNKNOWN);
        assertThat(hub.see("agency", CN).head().stage()).isEqualTo("dispatched");
        assertThat(hub.hub.rebuild().same()).isTrue();
    }

    @Test
    void statedFactorsConvertAndAreShownAsEstimates() {
        hub.tell("agency", request(CN, line("1", "food", 50_000, Unit.KGM)));
        var factor =
                new StatedFactor(
                        new BigDecimal("1162"), new BigDecimal("0.033"), "palletisation annex");

        hub.tell(
                "agency",
                step(
                        CN,
                        Step.DISPATCHED,
                        new Goods("1", BigDecimal.TEN, Unit.PX, null, factor),
                        new Goods("1", BigDecimal.TWO, Unit.TNE, null, null)));

        var quantities = requireNonNull(hub.line("agency", CN, "1").quantities());
        assertThat(quantities.dispatched()).isEqualByComparingTo("13620");
        assertThat(quantities.estimated()).isTrue();
    }

    @Test
    void referencesAreUniqueForWhoGivesThem() {
        var utn = new Reference("utn", "UTN-1");
        hub.tell("agency", with(request(CN, line("1", "food", 1, Unit.BG)), utn));

        assertThat(hub.say("agency", with(request("CN-2", line("1", "food", 1, Unit.BG)), utn)))
                .isInstanceOf(Outcome.Refused.class);
        hub.tell("relief", with(request("CN-3", line("1", "food", 1, Unit.BG)), utn));
        assertThat(rows(filter("utn-1"))).containsExactlyInAnyOrder(CN, "CN-3");
    }

    private static FlowFilter filter(String text) {
        return new FlowFilter(null, null, null, null, null, null, null, text);
    }

    private List<String> rows(FlowFilter filter) {
        return hub.flow.list(hub.hub.sight("agency"), hub.hub.cut(), filter, "", 50).stream()
                .map(ConsignmentRow::consignment)
                .toList();
    }

    @Test
    void listsAreFilteredAndPaged() {
        for (int i = 1; i <= 5; i++) {
            hub.tell("agency", request("CN-" + i, line("1", "food", 10, Unit.BG)));
        }
        hub.tell(
                "agency",
                request("CN-6", AssistanceKind.COMMERCIAL, line("1", "fuel", 10, Unit.LTR)));
        hub.tell("agency", step("CN-2", Step.DISPATCHED, Goods.of("1", 10)));
        hub.tell(
                "agency",
                gone("CN-2", Step.INTERCEPTED, Node.OUTSIDE, Interception.ARMED, Goods.of("1", 4)));

        assertThat(rows(FlowFilter.ALL)).hasSize(6);
        assertThat(hub.flow.list(hub.hub.sight("agency"), hub.hub.cut(), FlowFilter.ALL, "CN-4", 9))
                .extracting(ConsignmentRow::consignment)
                .containsExactly("CN-5", "CN-6");
        assertThat(rows(new FlowFilter(Stage.DISPATCHED, null, null, null, null, null, null, null)))
                .containsExactly("CN-2");
        assertThat(
                        rows(
                                new FlowFilter(
                                        null,
                                        AssistanceKind.COMMERCIAL,
                                        org("relief"),
                                        null,
                                        "coast",
                                        "fuel",
                                        null,
                                        null)))
                .containsExactly("CN-6");
        assertThat(rows(new FlowFilter(null, null, null, null, null, null, Step.INTERCEPTED, null)))
                .containsExactly("CN-2");
    }

    @Test
    void kindsAreNeverAddedTogether() {
        hub.tell("agency", request("CN-1", line("1", "food", 5, Unit.TNE)));
        hub.tell(
                "agency",
                request("CN-2", AssistanceKind.COMMERCIAL, line("1", "food", 7, Unit.TNE)));

        var funnels = hub.flow.funnel(hub.hub.sight("agency"), hub.hub.cut(), null);

        assertThat(funnels)
                .extracting(
                        FunnelView::kind,
                        funnel -> funnel.bars().getFirst().tonnes().value().longValue())
                .containsExactly(tuple("commercial", 7L), tuple("humanitarian", 5L));
    }

    @Test
    void everyFigureOfTheFunnelSaysWhoSaidItAndHowMuchIsCovered() {
        hub.tell(
                "agency",
                request(CN, line("1", "food", 5, Unit.TNE), line("2", "hygiene", 9, Unit.KT)));
        hub.tell("authority", ruling("R", CN, rulingFor("1"), rulingFor("2")));
        hub.tell("agency", manifest("M", entry(CN, "1", 5)));
        hub.tell("relief", step(CN, Step.DISPATCHED, Goods.of("1", 4), Goods.of("2", 9)));

        var bars =
                hub.flow
                        .funnel(hub.hub.sight("agency"), hub.hub.cut(), AssistanceKind.HUMANITARIAN)
                        .getFirst()
                        .bars();

        assertThat(bars)
                .filteredOn(bar -> bar.consignments().value().signum() > 0)
                .extracting(
                        FunnelView.Bar::step,
                        bar -> bar.tonnes().value().toPlainString(),
                        bar -> bar.tonnes().source(),
                        bar -> bar.tonnes().reported() + "/" + bar.tonnes().expected())
                .containsExactly(
                        tuple("requested", "5", List.of("agency"), "1/2"),
                        tuple("ruled-for", "5", List.of("authority"), "1/2"),
                        tuple("manifested", "5", List.of("agency"), "1/1"),
                        tuple("dispatched", "4", List.of("relief"), "1/2"));
        assertThat(bars.get(3).units())
                .extracting(FlowFigure::unit, unit -> unit.value().longValue())
                .containsExactly(tuple("KT", 9L), tuple("TNE", 4L));
    }

    @Test
    void theBoardCountsByStageAndWeighsWhatLiesThere() {
        for (int i = 1; i <= 3; i++) {
            hub.tell("agency", request("CN-" + i, line("1", "food", 10, Unit.TNE)));
        }
        hub.hub.setNow(NOON.plus(Duration.ofHours(6)));
        hub.tell("agency", step("CN-1", Step.DISPATCHED, Goods.of("1", 10)));
        hub.tell("agency", step("CN-1", Step.OFFLOADED, Goods.of("1", 8)));

        var board =
                hub.flow.board(
                        hub.hub.sight("agency"), hub.hub.cut(), AssistanceKind.HUMANITARIAN, 1);

        var requested = board.stages().getFirst();
        assertThat(requested.count().value()).isEqualByComparingTo("2");
        assertThat(requested.weight().value()).isEqualByComparingTo("20");
        assertThat(requireNonNull(requested.oldestHours()).value()).isEqualByComparingTo("6");
        assertThat(requested.cards())
                .extracting(ConsignmentRow::consignment)
                .containsExactly("CN-2");
        assertThat(board.stages())
                .filteredOn(column -> column.weight().value().signum() > 0)
                .extracting(
                        BoardView.Column::stage,
                        column -> column.count().value().longValue(),
                        column -> column.weight().value().longValue())
                .containsExactly(
                        tuple("requested", 2L, 20L),
                        tuple("dispatched", 0L, 2L),
                        tuple("offloaded", 1L, 8L));
        assertThat(
                        hub.flow.ageing(
                                hub.hub.sight("agency"),
                                hub.hub.cut(),
                                AssistanceKind.HUMANITARIAN,
                                Duration.ofHours(5),
                                10))
                .extracting(ConsignmentRow::consignment)
                .containsExactly("CN-2", "CN-3");
    }

    @Test
    void dwellAndDecisionTimesAreMeasuredFromFirstReports() {
        for (int i = 1; i <= 10; i++) {
            hub.tell("agency", request("CN-" + i, line("1", "food", 10, Unit.TNE)), NOON);
            hub.tell(
                    "authority",
                    ruling("R-" + i, "CN-" + i, i == 1 ? Sample.against("1") : rulingFor("1")),
                    NOON.plus(Duration.ofHours(i)));
        }

        var dwell = hub.flow.dwell(hub.hub.sight("agency"), hub.hub.cut(), null).getFirst();
        var authority = hub.flow.authorities(hub.hub.sight("agency"), hub.hub.cut()).getFirst();

        assertThat(dwell.node()).isEqualTo("requested");
        assertThat(dwell.left().value()).isEqualByComparingTo("10");
        assertThat(requireNonNull(dwell.p50Hours()).value()).isEqualByComparingTo("5.5");
        assertThat(requireNonNull(dwell.p90Hours()).value()).isEqualByComparingTo("9.1");
        assertThat(authority.against().value()).isEqualByComparingTo("1");
        assertThat(authority.reasons()).containsEntry("none_given", 1L);
        assertThat(requireNonNull(authority.p50Hours()).value()).isEqualByComparingTo("5.5");
        var first =
                hub.flow.rulings(
                        hub.hub.sight("agency"),
                        hub.hub.cut(),
                        RulingFilter.ALL,
                        Long.MAX_VALUE,
                        "",
                        3);
        assertThat(first).extracting(RulingView::consignment).startsWith("CN-10", "CN-9");
    }

    @Test
    void manifestsAreReplacedWholeAndAddedUpByCrossingAndDay() {
        hub.tell("agency", request(CN, line("1", "food", 10, Unit.TNE)));
        hub.tell("authority", ruling("R", CN, rulingFor("1")));
        hub.tell("agency", manifest("M", entry(CN, "1", 10)));
        hub.tell("agency", manifest("M", entry(CN, "1", 6)));

        var sight = hub.hub.sight("agency");
        var days =
                hub.flow.manifestDays(
                        sight,
                        hub.hub.cut(),
                        LocalDate.parse("2031-05-01"),
                        LocalDate.parse("2031-05-31"));
        assertThat(days)
                .extracting(
                        ManifestDayView::crossing,
                        ManifestDayView::kind,
                        day -> day.tonnes().value().longValue())
                .containsExactly(tuple("gate-north", "humanitarian", 6L));
        assertThat(hub.flow.manifests(sight, hub.hub.cut(), null, "gate-north", Long.MAX_VALUE, 5))
                .hasSize(1);
        assertThat(hub.say("relief", manifest("M")))
                .as("another's manifest")
                .isInstanceOf(Outcome.Refused.class);
        hub.tell("agency", manifest("M"));
        assertThat(requireNonNull(hub.line("agency", CN, "1").quantities()).manifested())
                .isEqualByComparingTo("0");
    }

    @Test
    void securityAssistanceExistsForThoseItConcernsOnly() {
        hub.tell(
                "agency", request(CN, AssistanceKind.SECURITY, line("1", "vehicles", 4, Unit.H87)));
        hub.tell("relief", step(CN, Step.DISPATCHED, Goods.of("1", 4)));

        assertThat(hub.see("relief", CN).chain()).hasSize(2);
        var other = hub.hub.sight("other");
        assertThat(hub.flow.find(other, hub.hub.cut(), CN)).isEmpty();
        assertThat(hub.flow.list(other, hub.hub.cut(), FlowFilter.ALL, "", 9)).isEmpty();
        assertThat(hub.flow.funnel(other, hub.hub.cut(), null)).isEmpty();
        assertThat(hub.flow.dwell(other, hub.hub.cut(), null)).isEmpty();
        assertThat(hub.say("other", new ConsignmentWithdrawn(CN, null)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.why().code())
                                        .isEqualTo("flow.consignment-unknown"));
    }

    @Test
    void exactPlacesAndVehiclesAreForThoseNamed() {
        hub.tell("agency", request(CN, line("1", "food", 4, Unit.BG)));
        hub.tell(
                "relief",
                new CustodyHandedOver(
                        CN,
                        org("agency"),
                        org("relief"),
                        List.of(Goods.of("1", 4)),
                        null,
                        null,
                        "depot",
                        List.of("V-1")));

        assertThat(hub.see("agency", CN).chain().getLast().vehicles()).containsExactly("V-1");
        var seen = hub.see("other", CN);
        assertThat(seen.origin()).isNull();
        assertThat(seen.chain().getLast().vehicles()).isNull();
        assertThat(seen.chain().getLast().place()).isNull();
        assertThat(seen.chain().getLast().goods()).hasSize(1);
    }

    /// Which lines a ruling is about is operational detail, and so is how many they are.
    @Test
    void whoSeesNoDetailSeesOneRowForARulingHoweverManyLinesItHas() {
        hub.tell(
                "agency",
                request(
                        CN,
                        line("1", "food", 10, Unit.TNE),
                        line("2", "food", 10, Unit.TNE),
                        line("3", "food", 10, Unit.TNE),
                        line("4", "food", 10, Unit.TNE)));
        hub.tell("authority", ruling("R", CN, Sample.against("1"), rulingFor("2")));
        hub.tell("authority", ruling("R-2", CN, rulingFor("3"), rulingFor("4")));

        assertThat(rulings(FieldClass.OPERATIONAL, null))
                .containsExactly(
                        tuple("R-2", "4", "for"),
                        tuple("R-2", "3", "for"),
                        tuple("R", "2", "for"),
                        tuple("R", "1", "against"));
        assertThat(rulings(FieldClass.COARSE, null))
                .containsExactly(tuple("R-2", null, "for"), tuple("R", null, null));
        assertThat(rulings(FieldClass.HEADER, null))
                .containsExactly(tuple("R-2", null, null), tuple("R", null, null));
        assertThat(rulings(FieldClass.COARSE, RulingOutcome.FOR)).hasSize(1);
        assertThat(rulings(FieldClass.HEADER, RulingOutcome.FOR)).isEmpty();
    }

    private List<Tuple> rulings(FieldClass ceiling, @Nullable RulingOutcome outcome) {
        var reader =
                new Reader(TestJournal.OPERATION, new PartnerId("agency"), true, ceiling, Set.of());
        return hub
                .flow
                .rulings(
                        hub.hub.journal().sight(reader),
                        hub.hub.cut(),
                        new RulingFilter(null, outcome, null),
                        Long.MAX_VALUE,
                        "",
                        9)
                .stream()
                .map(one -> tuple(one.ruling(), one.line(), one.outcome()))
                .toList();
    }
}
