package org.parley.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How amounts are read that people type.
class AmountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN|12|12",
                "EN|12.5|12.5",
                "EN|1,000|1000",
                "EN|1,234,567.25|1234567.25",
                "EN|12,5|12.5",
                "FR|12,5|12.5",
                "FR|1,000|1.000",
                "FR|1 234,5|1234.5",
                "AR|١٢٠|120",
                "AR|١٢٫٥|12.5",
                "AR|١٬٢٣٤|1234",
                "HE|1,500|1500"
            })
    void readsWhatPeopleType(Language language, String typed, String amount) {
        assertThat(Amounts.read(typed, language).orElseThrow()).isEqualByComparingTo(amount);
    }

    @Test
    void takesNothingThatIsNoAmount() {
        for (var typed : new String[] {"ten", "-3", "1,2,3", "1.2.3", "", "12 t", "1e9"}) {
            assertThat(Amounts.read(typed, Language.EN)).as(typed).isEmpty();
        }
    }
}
