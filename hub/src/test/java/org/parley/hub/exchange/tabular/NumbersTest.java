package org.parley.hub.exchange.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT|1,234.5|1234.5",
                "POINT|1,234|1234",
                "COMMA|1.234,5|1234.5",
                "COMMA|12,5|12.5",
                "COMMA|1.234|1234",
                "UNDECLARED|1.234.567,5|1234567.5",
                "UNDECLARED|12,5|12.5",
                "UNDECLARED|37.56125|37.56125",
                "UNDECLARED|1 234|1234",
                "UNDECLARED|1'234'567|1234567",
                "UNDECLARED|(5)|-5",
                "UNDECLARED|−7|-7",
                "UNDECLARED|١٢٫٥|12.5",
                "UNDECLARED|1.5E3|1500"
            })
    void numbersAreReadAsTheirWriterMeantThem(DecimalMark mark, String text, BigDecimal number) {
        assertThat(Numbers.parse(text, mark).orElseThrow()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "1,234", "ten", "1,2,3", "1..2", "--5", "0x10", "NaN", "1E999"})
    void whatCanBeReadInTwoWaysOrNoneIsNotGuessed(String text) {
        assertThat(Numbers.parse(text, DecimalMark.UNDECLARED)).isEmpty();
    }

    @Test
    void commasThatAreNoGroupsAreNotDropped() {
        assertThat(Numbers.parse("12,34", DecimalMark.POINT)).isEmpty();
        assertThat(Numbers.parse("1,23,456", DecimalMark.POINT)).isEmpty();
    }
}
