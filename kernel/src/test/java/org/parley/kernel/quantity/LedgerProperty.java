package org.parley.kernel.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class LedgerProperty {

    private static final long SEED = 20_310_504;
    private static final List<String> ACCOUNTS =
            List.of("origin", "load/1", "load/2", "load/3", "yard", "inside", "lost", "damaged");

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    @Test
    void theSumOverAllAccountsIsZeroThroughEveryMove() {
        for (int life = 0; life < 500; life++) {
            var ledger = Ledger.in(Unit.KGM);
            for (int i = 0; i < 40; i++) {
                var unit = List.of(Unit.KGM, Unit.TNE, Unit.GRM).get(random.nextInt(3));
                ledger = ledger.move(Quantity.of(random.nextInt(5_000), unit), any(), any());

                assertThat(ledger.sum().isNone()).as("seed %d, life %d", SEED, life).isTrue();
            }
            assertThat(ledger.balanceOfAll("load/").amount())
                    .isEqualByComparingTo(
                            ledger.balance("load/1")
                                    .amount()
                                    .add(ledger.balance("load/2").amount())
                                    .add(ledger.balance("load/3").amount()));
        }
    }

    @Test
    void whatWasOffloadedIsAlwaysTheSumOfWhatBecameOfIt() {
        for (int i = 0; i < 5_000; i++) {
            var balance = Balance.of(any(Unit.BG), any(Unit.BG), any(Unit.BG), any(Unit.BG));
            var parts =
                    balance.collected()
                            .plus(balance.inYard())
                            .plus(balance.returned())
                            .plus(balance.damaged());

            assertThat(parts.amount().add(balance.unexplained().amount()))
                    .as("seed %d, round %d: %s", SEED, i, balance)
                    .isEqualByComparingTo(balance.offloaded().amount());
            assertThat(balance.unexplained().amount().signum()).isNotPositive();
        }
    }

    private String any() {
        return ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
    }

    private Quantity any(Unit unit) {
        return Quantity.of(random.nextInt(1_000), unit);
    }
}
