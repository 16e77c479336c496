package org.parley.hub.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.kernel.InvalidValue;

class PlaceBodiesTest {

    private static final String DAY = "{\"crossing\":\"g\",\"day\":\"2031-05-04\",\"openings\":";

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of(DAY + "[]}", "openings"),
                Arguments.of(DAY + "[null]}", "openings"),
                Arguments.of(DAY + "[{\"status\":\"closed\"}]}", "openings.reason"),
                Arguments.of(
                        DAY + "[{\"status\":\"open\",\"reason\":\"holiday\"}]}", "openings.reason"),
                Arguments.of(DAY + "[{\"status\":\"open\"},{\"status\":\"open\"}]}", "openings"),
                Arguments.of(DAY + "[{\"flow\":\"Aid!\",\"status\":\"open\"}]}", "openings.flow"),
                Arguments.of(
                        DAY
                                + "[{\"status\":\"open\"}],\"hours\":[{\"from\":\"14:00\",\"until\":\"06:00\"}]}",
                        "hours.until"),
                Arguments.of(
                        DAY
                                + "[{\"status\":\"open\"}],\"capacities\":[{\"amount\":-1,\"unit\":\"TRUCK\"}]}",
                        "quantity"),
                Arguments.of(
                        DAY + "[{\"status\":\"open\"}],\"capacities\":[{\"amount\":1}]}",
                        "capacities.unit"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedDaysNameTheirField(String json, String field) {
        assertThatThrownBy(() -> TestPlaces.JSON.readValue(json, CrossingDayReported.class))
                .rootCause()
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        invalid -> assertThat(invalid.field()).isEqualTo(field));
    }

    @Test
    void theMorePreciseOpeningCountsAndTheFlowBeforeTheCategory() {
        var said =
                new CrossingDaySaid(
                        "a",
                        0,
                        Instant.EPOCH,
                        false,
                        List.of(),
                        List.of(
                                new Opening(null, "fuel", CrossingStatus.OPEN, null),
                                new Opening("commercial", null, CrossingStatus.CLOSED, "strike")),
                        null,
                        null,
                        null);

        assertThat(said.opening("commercial", "fuel").orElseThrow().status())
                .isEqualTo(CrossingStatus.CLOSED);
        assertThat(said.opening("humanitarian", "fuel").orElseThrow().status())
                .isEqualTo(CrossingStatus.OPEN);
        assertThat(said.opening("humanitarian", "food")).isEmpty();
    }

    @Test
    void twoWhoSayTheSameInAnotherOrderDoNotDiffer() {
        var fuel = new Opening(null, "fuel", CrossingStatus.OPEN, null);
        var food = new Opening(null, "food", CrossingStatus.OPEN, null);

        assertThat(dayOf(List.of(fuel, food), List.of(food, fuel)).differ()).isFalse();
        assertThat(dayOf(List.of(fuel), List.of(food)).differ()).isTrue();
    }

    private static CrossingDayView dayOf(List<Opening> one, List<Opening> other) {
        return CrossingDayView.of(
                "g",
                LocalDate.of(2031, 5, 4),
                Stream.of(one, other)
                        .map(
                                openings ->
                                        new CrossingDaySaid(
                                                "a",
                                                0,
                                                Instant.EPOCH,
                                                false,
                                                List.of(),
                                                openings,
                                                null,
                                                null,
                                                null))
                        .toList());
    }
}
