package org.parley.hub.examples.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.ConsignmentAmended;
import org.parley.hub.flow.ConsignmentClosed;
import org.parley.hub.flow.ConsignmentRequested;
import org.parley.hub.flow.GoodsReported;
import org.parley.hub.flow.Interception;
import org.parley.hub.flow.LineItem;
import org.parley.hub.flow.LineRuling;
import org.parley.hub.flow.LoadChange;
import org.parley.hub.flow.LoadsChanged;
import org.parley.hub.flow.ReceiptReported;
import org.parley.hub.flow.RefusalReason;
import org.parley.hub.flow.Ruled;
import org.parley.hub.flow.RulingOutcome;
import org.parley.hub.flow.Step;
import org.parley.hub.places.CrossingDayReported;
import org.parley.kernel.id.StatementId;

/// What the script says, without a hub.
class ScriptTest {

    private static final Instant LATER = World.START.plus(Duration.ofDays(3));

    @Test
    void theSameSeedSaysTheSameWhetherReadAtOnceOrBitByBit() throws Exception {
        var atOnce = script(31).until(LATER);
        var bits = new ArrayList<Line<?>>();
        var reader = script(31);
        for (var at = World.at(World.FIRST_DAY, 5, 0); at.isBefore(LATER); ) {
            at = at.plus(Duration.ofHours(7));
            bits.addAll(reader.until(at.isBefore(LATER) ? at : LATER));
        }

        assertThat(digest(bits, 31)).isEqualTo(digest(atOnce, 31));
        assertThat(digest(script(32).until(LATER), 32)).isNotEqualTo(digest(atOnce, 31));
        var said = new HashMap<StatementId, Line<?>>();
        for (var line : atOnce) { // the same id twice is the same statement, sent again
            var first = said.putIfAbsent(line.id(31), line);
            assertThat(line.body()).isEqualTo(first == null ? line.body() : first.body());
        }
        assertThat(atOnce).isSortedAccordingTo(Line.IN_ORDER);
    }

    @Test
    void twoThousandConsignmentsHaveAWholeHistoryBeforeTheDemoOpens() {
        var history = full();

        System.out.printf("statements before the demo opens: %d%n", history.size());
        assertThat(bodies(history, ConsignmentRequested.class)).hasSizeBetween(2_000, 2_200);
        assertThat(history).hasSizeBetween(12_000, 25_000);
        assertThat(bodies(history, ConsignmentRequested.class))
                .extracting(ConsignmentRequested::kind)
                .contains(AssistanceKind.values());
        assertThat(bodies(history, ConsignmentClosed.class)).hasSizeGreaterThan(500);
        assertThat(bodies(history, LoadsChanged.class))
                .extracting(LoadsChanged::change)
                .contains(LoadChange.TRANSLOAD, LoadChange.MERGE, LoadChange.SPLIT);
        assertThat(bodies(history, GoodsReported.class))
                .extracting(GoodsReported::interception)
                .contains(Interception.ARMED, Interception.SELF_DISTRIBUTION);
        assertThat(history)
                .anyMatch(line -> line.claimed().isBefore(line.heard().minus(Duration.ofDays(1))));
    }

    @Test
    void rulingsTakeAboutThreeDaysAndAFewPercentIsTurnedBack() {
        var history = full();
        var asked = new HashMap<String, Instant>();
        var took = new ArrayList<Duration>();
        for (var line : history) {
            switch (line.body()) {
                case ConsignmentRequested request -> asked.put(request.consignment(), line.heard());
                case Ruled ruled
                        when ruled.ruling().startsWith("GO-") && !ruled.ruling().endsWith("-R") ->
                        took.add(
                                Duration.between(
                                        asked.getOrDefault(ruled.consignment(), line.heard()),
                                        line.heard()));
                default -> {}
            }
        }
        took.sort(null);
        assertThat(took.get(took.size() / 2)).isBetween(Duration.ofHours(54), Duration.ofHours(96));
        var goods = bodies(history, GoodsReported.class);
        double sent = count(goods, Step.DISPATCHED);
        assertThat(count(goods, Step.RETURNED) / sent).isBetween(0.05, 0.1);
        assertThat(count(goods, Step.INTERCEPTED) / count(goods, Step.COLLECTED))
                .isBetween(0.02, 0.08);
        assertThat(bodies(history, Ruled.class))
                .flatExtracting(Ruled::lines)
                .flatExtracting(LineRuling::reasons)
                .contains(
                        RefusalReason.NONE_GIVEN,
                        RefusalReason.DUAL_USE,
                        RefusalReason.ORG_NOT_AUTHORISED);
        assertThat(bodies(history, ReceiptReported.class))
                .flatExtracting(ReceiptReported::lines)
                .anyMatch(line -> line.missing() != null)
                .anyMatch(line -> line.damaged() != null);
    }

    @Test
    void theSameGoodsAreRuledOnBothWays() {
        var history = full();
        var descriptions = new HashMap<String, String>();
        var pro = new TreeSet<String>();
        var contra = new TreeSet<String>();
        for (var line : history) {
            switch (line.body()) {
                case ConsignmentRequested asked when line.refusedAs() == null ->
                        named(descriptions, asked.consignment(), asked.lines());
                case ConsignmentAmended asked ->
                        named(descriptions, asked.consignment(), asked.lines());
                case Ruled ruled ->
                        ruled.lines()
                                .forEach(
                                        ruling -> {
                                            var what =
                                                    descriptions.getOrDefault(
                                                            ruled.consignment()
                                                                    + "/"
                                                                    + ruling.line(),
                                                            "");
                                            if (ruling.outcome() == RulingOutcome.FOR) {
                                                pro.add(what);
                                            }
                                            if (ruling.outcome() == RulingOutcome.AGAINST) {
                                                contra.add(what);
                                            }
                                        });
                default -> {}
            }
        }
        pro.retainAll(contra);
        assertThat(pro).contains("Hygiene kits", "Generators 20 kVA").doesNotContain("");
    }

    private static void named(
            Map<String, String> descriptions, String consignment, List<LineItem> lines) {
        for (var item : lines) {
            var names = Objects.requireNonNull(item.names());
            descriptions.put(consignment + "/" + item.line(), names.in("en"));
        }
    }

    @Test
    void theTwoSidesSometimesSayTheOppositeOfACrossing() {
        var saidBy = new HashMap<String, Set<String>>();
        for (var line : full()) {
            if (line.body() instanceof CrossingDayReported day) {
                saidBy.computeIfAbsent(day.crossing() + day.day(), _ -> new TreeSet<>())
                        .add(day.openings().getFirst().status().code());
            }
        }
        assertThat(saidBy.values())
                .anyMatch(said -> said.contains("open") && said.contains("closed"));
        assertThat(bodies(full(), CrossingDayReported.class))
                .flatExtracting(CrossingDayReported::openings)
                .extracting(opening -> opening.reason())
                .contains("none-given", "weather", "weekly-rest");
    }

    private static double count(List<GoodsReported> goods, Step step) {
        return goods.stream()
                .filter(said -> said.step() == step)
                .map(GoodsReported::consignment)
                .distinct()
                .count();
    }

    private static List<Line<?>> full() {
        return new Script(31, 1, Exercise.FILES).until(World.START);
    }

    private static Script script(long seed) {
        return new Script(seed, 0.1, Exercise.FILES);
    }

    static <B> List<B> bodies(List<Line<?>> lines, Class<B> type) {
        return lines.stream().map(Line::body).filter(type::isInstance).map(type::cast).toList();
    }

    private static String digest(List<Line<?>> lines, long seed) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var line : lines) {
            digest.update(
                    "%s %s %s %s %s %s"
                            .formatted(
                                    line.id(seed),
                                    line.heard(),
                                    line.claimed(),
                                    line.by(),
                                    line.label(),
                                    line.body())
                            .getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
