package org.parley.hub.examples.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.ConsignmentAmended;
import org.parley.hub.flow.ConsignmentClosed;
import org.parley.hub.flow.ConsignmentRequested;
import org.parley.hub.flow.ConsignmentWithdrawn;
import org.parley.hub.flow.CustodyHandedOver;
import org.parley.hub.flow.CustomsOutcome;
import org.parley.hub.flow.CustomsReported;
import org.parley.hub.flow.FlowBody;
import org.parley.hub.flow.Goods;
import org.parley.hub.flow.GoodsReported;
import org.parley.hub.flow.Interception;
import org.parley.hub.flow.LineItem;
import org.parley.hub.flow.LineRuling;
import org.parley.hub.flow.LoadChange;
import org.parley.hub.flow.LoadsChanged;
import org.parley.hub.flow.LoadsPlanned;
import org.parley.hub.flow.ManifestEntry;
import org.parley.hub.flow.Manifested;
import org.parley.hub.flow.Node;
import org.parley.hub.flow.Priority;
import org.parley.hub.flow.ReceiptReason;
import org.parley.hub.flow.ReceiptReported;
import org.parley.hub.flow.ReceivedLine;
import org.parley.hub.flow.RefusalReason;
import org.parley.hub.flow.ReviewReported;
import org.parley.hub.flow.ReviewState;
import org.parley.hub.flow.Ruled;
import org.parley.hub.flow.RulingOutcome;
import org.parley.hub.flow.Step;
import org.parley.hub.partners.SeatReported;
import org.parley.hub.partners.SeatStage;
import org.parley.hub.places.CrossingDayReported;
import org.parley.hub.places.CrossingStatus;
import org.parley.kernel.audience.Audience;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.names.Names;

/// Whatever flow can hold is in the exercise before the demo opens. The lists are flow's own, so
/// that a new type of statement, outcome or reason fails here until it is played.
class EverythingIsPlayedTest {

    static List<Line<?>> told;

    @BeforeAll
    static void read() {
        told = new Script(31, 1, Exercise.FILES).until(World.START);
    }

    private static <B> List<B> said(Class<B> type) {
        return told.stream()
                .filter(line -> line.refusedAs() == null)
                .map(Line::body)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static <E extends Enum<E>> void all(Class<E> kinds, Stream<E> played) {
        assertThat(played.filter(Objects::nonNull).collect(Collectors.toSet()))
                .containsAll(EnumSet.allOf(kinds));
    }

    @Test
    void everyTypeOfStatement() {
        var played = told.stream().map(line -> line.body().getClass().getName()).toList();

        assertThat(new HashSet<>(played))
                .containsAll(
                        Arrays.stream(FlowBody.class.getPermittedSubclasses())
                                .map(Class::getName)
                                .toList());
    }

    @Test
    void everyKindPriorityAndReview() {
        all(AssistanceKind.class, asked().map(ConsignmentRequested::kind));
        all(Priority.class, asked().map(ConsignmentRequested::priority));
        all(ReviewState.class, said(ReviewReported.class).stream().map(ReviewReported::state));
        assertThat(said(ConsignmentWithdrawn.class)).isNotEmpty();
    }

    private static Stream<ConsignmentRequested> asked() {
        return said(ConsignmentRequested.class).stream();
    }

    @Test
    void everyRulingAndEveryReasonForOne() {
        all(RulingOutcome.class, rulings().map(LineRuling::outcome));
        all(RefusalReason.class, rulings().flatMap(ruling -> ruling.reasons().stream()));
        assertThat(said(Ruled.class)).anyMatch(ruled -> !ruled.conditions().isEmpty());
        assertThat(said(Ruled.class))
                .anyMatch(
                        ruled ->
                                ruled.validUntil() != null
                                        && ruled.validUntil().isBefore(World.START));
    }

    private static Stream<LineRuling> rulings() {
        return said(Ruled.class).stream().flatMap(ruled -> ruled.lines().stream());
    }

    @Test
    void whateverCustomsDo() {
        all(
                CustomsOutcome.class,
                said(CustomsReported.class).stream().map(CustomsReported::outcome));
    }

    @Test
    void everyChangeOfARequest() {
        var changes = said(ConsignmentAmended.class);

        assertThat(changes).anyMatch(change -> !change.dropped().isEmpty());
        assertThat(changes).anyMatch(change -> !change.lines().isEmpty());
        assertThat(changes).anyMatch(change -> change.corridor() != null);
        assertThat(changes).anyMatch(change -> change.readyOn() != null);
        assertThat(changes).anyMatch(change -> change.priority() != null);
    }

    @Test
    void listsAreSaidAgainAndWithdrawn() {
        var first = new HashSet<String>();
        var again = new ArrayList<Manifested>();
        for (var list : said(Manifested.class)) {
            if (!first.add(list.manifest())) {
                again.add(list);
            }
        }

        assertThat(again).anyMatch(list -> list.entries().isEmpty());
        assertThat(again).anyMatch(list -> !list.entries().isEmpty());
        assertThat(said(Manifested.class))
                .flatExtracting(Manifested::entries)
                .extracting(ManifestEntry::factor)
                .anyMatch(Objects::nonNull);
    }

    @Test
    void everyStepAtEveryNodeWhereItCanBe() {
        var reports = said(GoodsReported.class);
        all(Step.class, reports.stream().map(GoodsReported::step));
        for (var step : List.of(Step.RETURNED, Step.LOST, Step.DAMAGED)) {
            all(
                    Node.class,
                    reports.stream()
                            .filter(report -> report.step() == step)
                            .map(GoodsReported::at));
        }
        for (var node : List.of(Node.OUTSIDE, Node.INSIDE)) {
            all(
                    Interception.class,
                    reports.stream()
                            .filter(report -> report.at() == node)
                            .map(GoodsReported::interception));
        }
        assertThat(reports).anyMatch(report -> report.corrects() != null);
        assertThat(reports)
                .flatExtracting(GoodsReported::goods)
                .extracting(Goods::factor)
                .anyMatch(Objects::nonNull);
    }

    @Test
    void everyChangeOfLoadsPlannedAndNot() {
        all(LoadChange.class, said(LoadsChanged.class).stream().map(LoadsChanged::change));
        var plans =
                said(LoadsPlanned.class).stream()
                        .map(LoadsPlanned::plan)
                        .collect(Collectors.toSet());
        assertThat(said(LoadsChanged.class)).anyMatch(change -> change.plan() == null);
        assertThat(said(LoadsChanged.class))
                .anyMatch(change -> change.plan() != null && plans.contains(change.plan()));
    }

    @Test
    void everyReasonWhyLessWasReceived() {
        var lines = said(ReceiptReported.class).stream().flatMap(one -> one.lines().stream());
        all(ReceiptReason.class, lines.flatMap(line -> line.reasons().stream()));
        assertThat(said(ReceiptReported.class))
                .anyMatch(receipt -> receipt.corrects() != null)
                .flatExtracting(ReceiptReported::lines)
                .extracting(ReceivedLine::note)
                .anyMatch(Objects::nonNull);
        assertThat(said(ConsignmentClosed.class)).anyMatch(close -> close.explanation() != null);
    }

    @Test
    void lateAndRepeatedAndOutOfOrder() {
        assertThat(told)
                .anyMatch(line -> line.claimed().isBefore(line.heard().minus(Duration.ofDays(1))));
        var ids = new HashSet<>();
        assertThat(told).anyMatch(line -> !ids.add(line.id(31)));
        var last = new HashMap<String, Long>();
        assertThat(told)
                .anyMatch(
                        line -> {
                            var device = line.device();
                            return device != null
                                    && last.merge(device.device(), device.sequence(), Math::max)
                                            > device.sequence();
                        });
    }

    @Test
    void whatIsRefusedAndWhatIsOnlyFlagged() {
        assertThat(told)
                .extracting(Line::refusedAs)
                .contains(
                        "flow.breaks-footprint-rule",
                        "flow.ruling-has-expired",
                        "flow.weapons-outside-the-hub");
        assertThat(said(CustodyHandedOver.class))
                .anyMatch(
                        hands ->
                                hands.from().equals(World.MERIDON)
                                        && Order.Store.ALL.stream()
                                                .anyMatch(
                                                        store ->
                                                                store.site()
                                                                        .equals(hands.place())));
    }

    @Test
    void crossingsCloseAndAnOrganisationLeaves() {
        assertThat(said(CrossingDayReported.class))
                .flatExtracting(CrossingDayReported::openings)
                .anyMatch(opening -> opening.status() == CrossingStatus.CLOSED);
        var stays = new TreeSet<String>();
        said(SeatReported.class)
                .forEach(
                        seat -> {
                            if (seat.stage() == SeatStage.ROTATED_OUT) {
                                stays.remove(seat.partner().value());
                            } else {
                                stays.add(seat.partner().value());
                            }
                        });
        assertThat(said(SeatReported.class))
                .anyMatch(seat -> !stays.contains(seat.partner().value()));
    }

    @Test
    void assistanceForSecurityHasReadersOfItsOwn() {
        assertThat(told)
                .filteredOn(
                        line ->
                                line.body() instanceof ConsignmentRequested asked
                                        && asked.kind() == AssistanceKind.SECURITY)
                .isNotEmpty()
                .allMatch(
                        line ->
                                line.label().audience().stream()
                                        .filter(Audience.Operation.class::isInstance)
                                        .map(Audience.Operation.class::cast)
                                        .allMatch(all -> all.upTo() == FieldClass.HEADER));
    }

    @Test
    void goodsHaveNamesInTheFourLanguagesAndAreAskedForInSeveral() {
        var languages = Set.of("en", "ar", "he", "fr");
        assertThat(asked())
                .flatExtracting(ConsignmentRequested::lines)
                .extracting(LineItem::names)
                .extracting(Names::common)
                .allMatch(names -> names.keySet().equals(languages));
        var written = new TreeSet<String>();
        asked().flatMap(request -> request.lines().stream())
                .forEach(
                        line ->
                                Objects.requireNonNull(line.names())
                                        .common()
                                        .forEach(
                                                (language, name) -> {
                                                    if (name.equals(line.description())) {
                                                        written.add(language);
                                                    }
                                                }));
        assertThat(written).isEqualTo(new TreeSet<>(languages));
    }
}
