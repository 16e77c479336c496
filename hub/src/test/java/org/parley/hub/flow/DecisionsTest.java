package org.parley.hub.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.flow.Sample.CN;
import static org.parley.hub.flow.Sample.entry;
import static org.parley.hub.flow.Sample.gone;
import static org.parley.hub.flow.Sample.inLoad;
import static org.parley.hub.flow.Sample.inPart;
import static org.parley.hub.flow.Sample.line;
import static org.parley.hub.flow.Sample.manifest;
import static org.parley.hub.flow.Sample.org;
import static org.parley.hub.flow.Sample.request;
import static org.parley.hub.flow.Sample.ruling;
import static org.parley.hub.flow.Sample.rulingFor;
import static org.parley.hub.flow.Sample.step;
import static org.parley.hub.journal.TestJournal.NOON;
import static org.parley.hub.journal.TestJournal.OPERATION;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.Verdict;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.quantity.Unit;

/// Every state and every command; no state and no report.
class DecisionsTest {

    private static final String ACCEPTED = "accepted";

    enum State {
        UNKNOWN,
        REQUESTED,
        HELD,
        RULED_FOR,
        RULED_AGAINST,
        RULING_EXPIRED,
        MOVING,
        SETTLED,
        WITHDRAWN,
        CLOSED;

        Map<String, Consignment> consignments() {
            var asked = request(CN, line("1", "food", 100, Unit.BG));
            var label = UsualLabels.of(org("agency"), asked);
            var known = Consignment.of(asked, org("agency"), label);
            var next =
                    switch (this) {
                        case UNKNOWN -> null;
                        case REQUESTED -> known;
                        case HELD ->
                                ruled(known, "100", null)
                                        .reviewed(org("authority"), ReviewState.ON_HOLD);
                        case RULED_FOR -> ruled(known, "100", null);
                        case RULED_AGAINST -> ruled(known, "0", null);
                        case RULING_EXPIRED -> ruled(known, "100", NOON.minusSeconds(1));
                        case MOVING -> ruled(known, "100", null).counting(moved(60, 0));
                        case SETTLED -> ruled(known, "100", null).counting(moved(60, 60));
                        case WITHDRAWN -> known.ended(true);
                        case CLOSED -> known.ended(false);
                    };
            return next == null ? Map.of() : Map.of(CN, next);
        }

        private static Consignment ruled(
                Consignment known, String allowed, @Nullable Instant validUntil) {
            var line = requireNonNull(known.lines().get("1"));
            return known.with(
                    "1",
                    line.ruled(
                            org("authority"),
                            new Consignment.Allowed(
                                    RulingOutcome.FOR, new BigDecimal(allowed), validUntil, 1)));
        }

        private static List<Effect> moved(long out, long arrived) {
            return List.of(
                    effect(Measure.DISPATCHED, out),
                    effect(Measure.OFFLOADED, arrived),
                    effect(Measure.COLLECTED, arrived),
                    effect(Measure.ARRIVED, arrived));
        }

        private static Effect effect(Measure measure, long amount) {
            return new Effect("1", measure, BigDecimal.valueOf(amount), null, false);
        }
    }

    static Verdict decide(State state, String organisation, FlowBody body) {
        return decide(
                state,
                organisation,
                body,
                NOON,
                Label.operation(org(organisation), FieldClass.OPERATIONAL));
    }

    static <B extends Record & FlowBody> Verdict decide(
            State state, String organisation, FlowBody body, Instant claimedAt, Label label) {
        return Decisions.on(
                new Said<>(
                        OPERATION,
                        StatementId.derivedFrom("one"),
                        Actor.signedIn(org(organisation), "desk"),
                        label,
                        claimedAt,
                        NOON,
                        9,
                        body),
                state.consignments(),
                new World(null));
    }

    static String code(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted _ -> ACCEPTED;
            case Verdict.Refused(var why) -> why.code();
        };
    }

    private static void expect(
            String organisation, FlowBody body, Map<State, String> answers, String otherwise) {
        for (var state : State.values()) {
            assertThat(code(decide(state, organisation, body)))
                    .as("%s of %s in %s", body.getClass().getSimpleName(), organisation, state)
                    .isEqualTo(answers.getOrDefault(state, otherwise));
        }
    }

    private static Map<State, String> ended(Map<State, String> more) {
        var all = new EnumMap<State, String>(State.class);
        all.put(State.UNKNOWN, "flow.consignment-unknown");
        all.put(State.WITHDRAWN, "flow.withdrawn");
        all.put(State.CLOSED, "flow.closed");
        all.putAll(more);
        return all;
    }

    @Test
    void requestsAreTakenOnce() {
        expect(
                "agency",
                request(CN, line("1", "food", 5, Unit.BG)),
                Map.of(State.UNKNOWN, ACCEPTED),
                "flow.consignment-exists");
    }

    @Test
    void amendmentsNeverGoBelowWhatMoved() {
        var less =
                new ConsignmentAmended(
                        CN,
                        null,
                        null,
                        null,
                        List.of(line("1", "food", 50, Unit.BG)),
                        List.of(),
                        null);

        expect(
                "agency",
                less,
                ended(
                        Map.of(
                                State.MOVING, "flow.less-than-moved",
                                State.SETTLED, "flow.less-than-moved")),
                ACCEPTED);
        expect("other", less, Map.of(State.UNKNOWN, "flow.consignment-unknown"), "flow.not-yours");
    }

    @Test
    void withdrawingEndsWhatHasNotMoved() {
        expect(
                "agency",
                new ConsignmentWithdrawn(CN, null),
                ended(
                        Map.of(
                                State.MOVING, "flow.already-moving",
                                State.SETTLED, "flow.already-moving")),
                ACCEPTED);
    }

    @Test
    void booksCloseWhenTheyBalanceOrAreExplained() {
        expect(
                "relief",
                new ConsignmentClosed(CN, null),
                ended(Map.of(State.MOVING, "flow.not-reconciled")),
                ACCEPTED);
        expect("relief", new ConsignmentClosed(CN, "forty on the road"), ended(Map.of()), ACCEPTED);
    }

    @Test
    void onlyAnAuthorityRulesAndNeverOnItsOwn() {
        expect("authority", ruling("R", CN, rulingFor("1")), ended(Map.of()), ACCEPTED);
        expect(
                "authority",
                ruling("R", CN, inPart("1", 101)),
                ended(Map.of()),
                "flow.more-than-requested");
        expect("authority", ruling("R", CN, rulingFor("2")), ended(Map.of()), "flow.line-unknown");
        assertThat(code(decide(State.REQUESTED, "agency", by("agency"))))
                .isEqualTo("flow.own-authority");
        assertThat(code(decide(State.REQUESTED, "other", by("other"))))
                .isEqualTo("flow.not-an-authority");
    }

    private static Ruled by(String authority) {
        return new Ruled("R", CN, org(authority), List.of(rulingFor("1")), List.of(), null);
    }

    @Test
    void manifestsNeedRulingsThatHold() {
        expect(
                "agency",
                manifest("M", entry(CN, "1", 100)),
                ended(
                        Map.of(
                                State.REQUESTED, "flow.no-ruling",
                                State.HELD, "flow.on-hold",
                                State.RULED_AGAINST, "flow.more-than-ruled-for",
                                State.RULING_EXPIRED, "flow.ruling-has-expired")),
                ACCEPTED);
        assertThat(code(decide(State.RULED_FOR, "agency", manifest("M", entry(CN, "1", 101)))))
                .isEqualTo("flow.more-than-ruled-for");
    }

    @Test
    void plansForLoadsMustBalance() {
        expect("agency", split(40, 60), ended(Map.of()), ACCEPTED);
        expect("agency", split(40, 61), ended(Map.of()), "flow.does-not-balance");
        var merge =
                new LoadsPlanned(
                        "P",
                        LoadChange.MERGE,
                        Node.OUTSIDE,
                        null,
                        List.of(inLoad("A", CN, "1", 5)),
                        List.of(inLoad("B", CN, "1", 5)));
        assertThat(code(decide(State.REQUESTED, "agency", merge)))
                .isEqualTo("flow.loads-do-not-fit");
    }

    private static LoadsPlanned split(long first, long second) {
        return new LoadsPlanned(
                "P",
                LoadChange.SPLIT,
                Node.OUTSIDE,
                null,
                List.of(inLoad("A", CN, "1", 100)),
                List.of(inLoad("B", CN, "1", first), inLoad("C", CN, "1", second)));
    }

    @Test
    void legsKeepToTheFootprintAndFailClosed() {
        var leg =
                new LegPlanned(
                        CN,
                        "leg-1",
                        org("carrier"),
                        "port",
                        "nowhere-known",
                        null,
                        null,
                        List.of(Goods.of("1", 5)));
        expect("agency", leg, ended(Map.of()), ACCEPTED);
        var forbidden =
                new LegPlanned(
                        CN, "leg-1", org("center"), "port", "nowhere-known", null, null, List.of());
        expect("agency", forbidden, ended(Map.of()), "flow.breaks-footprint-rule");
    }

    @Test
    void reportsAreAcceptedInEveryState() {
        var reports =
                List.of(
                        new ReviewReported(
                                CN, org("agency"), ReviewState.ON_HOLD, List.of("9"), null),
                        by("agency"),
                        new CustomsReported(
                                CN,
                                org("agency"),
                                CustomsOutcome.SEIZED,
                                null,
                                null,
                                List.of(Goods.of("9", 1)),
                                null),
                        step(CN, Step.COLLECTED, Goods.of("1", 1_000), Goods.of("9", 1)),
                        gone(CN, Step.LOST, Node.DESTINATION, null, Goods.of("1", 1_000)),
                        new ReceiptReported(
                                CN,
                                List.of(
                                        new ReceivedLine(
                                                "1",
                                                BigDecimal.valueOf(5_000),
                                                null,
                                                null,
                                                List.of(),
                                                null)),
                                "zone-3",
                                null),
                        new CustodyHandedOver(
                                CN,
                                org("center"),
                                org("other"),
                                List.of(Goods.of("1", 1)),
                                null,
                                null,
                                "zone-3",
                                List.of()),
                        new LoadsChanged(
                                "E",
                                null,
                                LoadChange.SPLIT,
                                Node.YARD,
                                "zone-3",
                                List.of(),
                                List.of(inLoad("A", CN, "1", 5)),
                                List.of(inLoad("A", CN, "9", 7))));
        for (var report : reports) {
            for (var state : State.values()) {
                var long_ago = Instant.parse("2020-01-01T00:00:00Z");
                var verdict =
                        decide(
                                state,
                                "center",
                                report,
                                long_ago,
                                Label.operation(org("center"), FieldClass.OPERATIONAL));

                assertThat(verdict)
                        .as("%s in %s", report.getClass().getSimpleName(), state)
                        .isInstanceOfSatisfying(
                                Verdict.Accepted.class,
                                accepted ->
                                        assertThat(accepted.marks())
                                                .contains(Marks.BEFORE_AGREEMENT));
            }
        }
    }

    @Test
    void whatDoesNotFitIsMarked() {
        assertThat(marks(step(CN, Step.COLLECTED, Goods.of("1", 10))))
                .containsExactly(Marks.MORE_THAN_WAS_THERE);
        assertThat(
                        marks(
                                step(
                                        CN,
                                        Step.DISPATCHED,
                                        new Goods("1", BigDecimal.TEN, Unit.PX, null, null))))
                .containsExactly(Marks.UNIT_DOES_NOT_CONVERT);
        assertThat(marks(by("agency")))
                .contains(Marks.OWN_AUTHORITY, Marks.NOT_AN_AUTHORITY, Marks.HEARD_FROM_ANOTHER);
    }

    private static List<String> marks(FlowBody report) {
        return ((Verdict.Accepted) decide(State.REQUESTED, "center", report)).marks();
    }

    @Test
    void aShortfallMustBeAddressedToTheSender() {
        var shortfall =
                new ReceiptReported(
                        CN,
                        List.of(
                                new ReceivedLine(
                                        "1",
                                        BigDecimal.ONE,
                                        null,
                                        BigDecimal.TEN,
                                        List.of(ReceiptReason.UNKNOWN),
                                        null)),
                        null,
                        null);

        assertThat(
                        code(
                                decide(
                                        State.MOVING,
                                        "relief",
                                        shortfall,
                                        NOON,
                                        Label.ownOnly(org("relief")))))
                .isEqualTo("flow.sender-not-addressed");
        assertThat(code(decide(State.MOVING, "relief", shortfall))).isEqualTo(ACCEPTED);
    }

    @Test
    void weaponsAreOutsideTheHub() {
        assertThat(ask(line("1", "weapons", 1, Unit.BX))).isEqualTo("flow.weapons-outside-the-hub");
        assertThat(ask(line("1", "other", "ذخيرة", 1, Unit.BX)))
                .isEqualTo("flow.weapons-outside-the-hub");
        assertThat(ask(line("1", "spaceships", 1, Unit.BX))).isEqualTo("flow.category-unknown");
    }

    private static String ask(LineItem line) {
        return code(decide(State.UNKNOWN, "agency", request(CN, line)));
    }

    @Test
    void nobodyIsSenderAndAuthority() {
        var own =
                new ConsignmentRequested(
                        CN,
                        AssistanceKind.COMMERCIAL,
                        org("authority"),
                        org("relief"),
                        List.of(org("authority")),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(line("1", "food", 1, Unit.BG)));

        assertThat(code(decide(State.UNKNOWN, "authority", own))).isEqualTo("flow.own-authority");
    }
}
