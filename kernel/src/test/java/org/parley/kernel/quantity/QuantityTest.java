package org.parley.kernel.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.kernel.InvalidValue;

class QuantityTest {

    @Test
    void amountsAreEqualHoweverTheyAreWritten() {
        assertThat(Quantity.of("2.50", Unit.TNE)).isEqualTo(Quantity.of("2.5", Unit.TNE));
        assertThat(Quantity.of("1e3", Unit.KGM)).hasToString("1000 KGM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "-0.000001",
                "1000000001",
                "1e999999999",
                "1e-999999999",
                "0.1234567",
                "NaN",
                "ten",
                ""
            })
    void whatCannotBeAnAmountIsNone(String amount) {
        assertThatThrownBy(() -> Quantity.of(amount, Unit.KGM)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void measuresOfOneDimensionConvertExactly() {
        assertThat(Quantity.of("2.5", Unit.TNE).in(Unit.KGM))
                .isEqualTo(Quantity.of(2500, Unit.KGM));
        assertThat(Quantity.of(36_000, Unit.LTR).in(Unit.MTQ)).isEqualTo(Quantity.of(36, Unit.MTQ));
        assertThat(Quantity.of(1, Unit.KGM).plus(Quantity.of(500, Unit.GRM)))
                .isEqualTo(Quantity.of("1.5", Unit.KGM));
    }

    @ParameterizedTest
    @CsvSource({"KGM,LTR", "PX,KGM", "PX,BG", "TRUCK,TNE", "CT,BX", "H87,KT"})
    void nothingBecomesAnotherDimensionByItself(Unit from, Unit to) {
        assertThatThrownBy(() -> Quantity.of(1, from).in(to))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("without a stated factor");
    }

    @Test
    void aStatedFactorGivesAnEstimateWithItsMargin() {
        var estimate = Factor.FLOUR_PALLET.of(Quantity.of(10, Unit.PX));

        assertThat(estimate.quantity().in(Unit.TNE)).isEqualTo(Quantity.of("11.62", Unit.TNE));
        assertThat(estimate.margin()).contains(Quantity.of("383.46", Unit.KGM));
        assertThat(estimate.source()).contains("UNRWA");
    }

    @Test
    void aFactorMustBeAboveZeroAndSayWhoStatesIt() {
        assertThatThrownBy(() -> factor("0", "x")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> factor("1", " ")).isInstanceOf(InvalidValue.class);
    }

    private static Factor factor(String amount, String source) {
        return new Factor(Unit.PX, Unit.KGM, new BigDecimal(amount), Optional.empty(), source);
    }

    @ParameterizedTest
    @CsvSource({
        "Pallets,PX", "MT,TNE", "Ton,TNE", "CTN,CT", " Metric  Tons. ,TNE", "kg.,KGM",
                "Truck,TRUCK",
        "Piece,H87", "Pcs,H87", "m³,MTQ", "h87,H87", "طن,TNE", "משטחים,PX", "Liters,LTR"
    })
    void partnersWordsForUnitsAreUnderstood(String text, Unit unit) {
        assertThat(Unit.named(text)).contains(unit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stone", "PALLET-ISH", "kg/m2"})
    void wordsThatNobodyAgreedOnAreNoUnit(String text) {
        assertThat(Unit.named(text)).isEmpty();
        assertThatThrownBy(() -> Unit.of("lines[2].unit", text))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("lines[2].unit");
    }

    @ParameterizedTest
    @EnumSource
    void everyUnitIsFoundByItsOwnCode(Unit unit) {
        assertThat(Unit.named(unit.code())).contains(unit);
    }
}
