package org.parley.hub.exchange.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.exchange.tabular.DateOrder.DAY_FIRST;
import static org.parley.hub.exchange.tabular.DateOrder.MONTH_FIRST;
import static org.parley.hub.exchange.tabular.DateOrder.UNDECLARED;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-09-02",
                "2024-09-02T00:00:00",
                "2024/9/2",
                "2 Sept 2024",
                "2 Sep. 2024",
                "02-Sep-24",
                "September 2, 2024",
                "2 septembre 2024",
                "2 أيلول 2024",
                "٢ سبتمبر ٢٠٢٤",
                "2 ספטמבר 2024",
                "45537",
                "45537.5",
                "2024-09-02 14:30"
            })
    void formsThatCanBeReadInOneWayNeedNoDeclaration(String text) {
        assertThat(Dates.parse(text, UNDECLARED)).contains(LocalDate.of(2024, 9, 2));
    }

    @Test
    void theDeclaredOrderDecidesBetweenDayAndMonth() {
        assertThat(Dates.parse("03/04/2024", DAY_FIRST)).contains(LocalDate.of(2024, 4, 3));
        assertThat(Dates.parse("03/04/2024", MONTH_FIRST)).contains(LocalDate.of(2024, 3, 4));
        assertThat(Dates.parse("03/04/2024", UNDECLARED)).isEmpty();
        assertThat(Dates.parse("25/02/2024", UNDECLARED)).contains(LocalDate.of(2024, 2, 25));
        assertThat(Dates.parse("25/02/2024", MONTH_FIRST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "yesterday",
                "30 Feb 2024",
                "2024-13-01",
                "1 Smarch 2024",
                "0",
                "99999",
                "2024-09",
                "1/2",
                "12345678901234567890",
                "0001-01-01"
            })
    void whatIsNoDateIsNotGuessed(String text) {
        assertThat(Dates.parse(text, DAY_FIRST)).isEmpty();
    }
}
