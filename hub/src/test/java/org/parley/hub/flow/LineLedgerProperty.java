package org.parley.hub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.parley.kernel.quantity.Ledger;
import org.parley.kernel.quantity.Quantity;
import org.parley.kernel.quantity.Unit;

/// Sums of random lives, whatever order their reports come in.
class LineLedgerProperty {

    private static final long SEED = 20_310_504;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    private static final List<Measure> MEASURES =
            List.of(Measure.values()).stream()
                    .filter(measure -> measure != Measure.MISSING)
                    .toList();

    private List<Effect> life() {
        var effects = new ArrayList<Effect>();
        int steps = random.nextInt(40);
        for (int i = 0; i < steps; i++) {
            effects.add(
                    new Effect(
                            "1",
                            MEASURES.get(random.nextInt(MEASURES.size())),
                            BigDecimal.valueOf(random.nextInt(1_000), random.nextInt(3)),
                            random.nextBoolean() ? "L-" + random.nextInt(3) : null,
                            false));
        }
        return effects;
    }

    private static LineLedger sum(List<Effect> effects) {
        var ledger = LineLedger.empty(Unit.KGM);
        for (var effect : effects) {
            ledger = ledger.plus(effect);
        }
        return ledger;
    }

    @Test
    void conservationWhatCameIsWhatBecameOfItAtEveryNode() {
        for (int life = 0; life < 2_000; life++) {
            var ledger = sum(life());
            for (var node : Node.values()) {
                var balance = LineViews.balance(ledger, node);
                var became =
                        balance.wentOn()
                                .add(balance.liesThere())
                                .add(balance.intercepted())
                                .add(balance.returned())
                                .add(balance.damaged())
                                .add(balance.lost())
                                .add(balance.unexplained());

                assertThat(became)
                        .as("conservation, seed %d, life %d, %s", SEED, life, node)
                        .isEqualByComparingTo(balance.came());
            }
        }
    }

    @Test
    void noNegativeStockAndNoStockBesideTheUnexplained() {
        for (int life = 0; life < 2_000; life++) {
            var ledger = sum(life());
            for (var node : Node.values()) {
                assertThat(ledger.at(node).signum())
                        .as("no negative stock, seed %d, life %d", SEED, life)
                        .isNotNegative();
                assertThat(ledger.at(node).signum() * ledger.unexplained(node).signum())
                        .as("either stock or unexplained, seed %d, life %d", SEED, life)
                        .isZero();
            }
        }
    }

    @Test
    void orderOfReportsDoesNotMatter() {
        for (int life = 0; life < 500; life++) {
            var effects = life();
            var shuffled = new ArrayList<>(effects);
            Collections.shuffle(shuffled, new java.util.Random(random.nextLong()));

            assertThat(sum(shuffled)).as("seed %d, life %d", SEED, life).isEqualTo(sum(effects));
        }
    }

    @Test
    void aCorrectionTakesBackExactlyWhatWasReported() {
        for (int life = 0; life < 500; life++) {
            var effects = life();
            var undone = new ArrayList<>(effects);
            effects.forEach(effect -> undone.add(effect.reversed()));

            assertThat(sum(undone))
                    .as("seed %d, life %d", SEED, life)
                    .isEqualTo(LineLedger.empty(Unit.KGM));
        }
    }

    @Test
    void sumsAgreeWithDoubleEntry() {
        for (int life = 0; life < 500; life++) {
            var effects = life();
            var ledger = Ledger.in(Unit.KGM);
            for (var effect : effects) {
                var from = effect.measure().outOf();
                var to = effect.measure().into();
                if (from != null || to != null) {
                    ledger =
                            ledger.move(
                                    new Quantity(effect.amount(), Unit.KGM),
                                    from == null ? "sender" : from.code(),
                                    to == null ? "gone" : to.code());
                }
            }
            var sums = sum(effects);
            assertThat(ledger.sum().isNone()).isTrue();
            for (var node : Node.values()) {
                assertThat(sums.net(node))
                        .as("double entry, seed %d, life %d, %s", SEED, life, node)
                        .isEqualByComparingTo(ledger.balance(node.code()).amount());
            }
        }
    }

    @Test
    void totalsStayTheSameAcrossSplitsMergesAndTransloads() {
        for (int life = 0; life < 500; life++) {
            var taken = new ArrayList<LoadGoods>();
            var made = new ArrayList<LoadGoods>();
            for (int i = 0; i <= random.nextInt(6); i++) {
                int rest = 1 + random.nextInt(500);
                var line = "" + random.nextInt(2);
                taken.add(Sample.inLoad("A-" + random.nextInt(3), Sample.CN, line, rest));
                while (rest > 0) {
                    int part = 1 + random.nextInt(rest);
                    made.add(Sample.inLoad("B-" + random.nextInt(3), Sample.CN, line, part));
                    rest -= part;
                }
            }
            var change =
                    new LoadsChanged(
                            "E",
                            null,
                            LoadChange.TRANSLOAD,
                            Node.OUTSIDE,
                            null,
                            List.of(),
                            taken,
                            made);
            var effects = LoadEffect.summed(LoadEffect.of(change));

            assertThat(Plans.balances(change)).as("seed %d, life %d", SEED, life).isTrue();
            for (var line : List.of("0", "1")) {
                assertThat(
                                effects.stream()
                                        .filter(effect -> effect.line().equals(line))
                                        .map(LoadEffect::amount)
                                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .as("totals across loads, seed %d, life %d", SEED, life)
                        .isEqualByComparingTo("0");
            }
        }
    }
}
