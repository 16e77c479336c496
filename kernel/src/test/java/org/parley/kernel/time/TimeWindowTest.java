package org.parley.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.parley.kernel.InvalidValue;

class TimeWindowTest {

    static final Instant NOON = Instant.parse("2031-05-04T12:00:00Z");
    static final TimeWindow HOUR = TimeWindow.of(NOON, Duration.ofHours(1));

    @Test
    void itsFirstMomentBelongsToItAndItsLastDoesNot() {
        assertThat(HOUR.contains(NOON)).isTrue();
        assertThat(HOUR.contains(NOON.plusSeconds(3599))).isTrue();
        assertThat(HOUR.contains(HOUR.until())).isFalse();
    }

    @Test
    void windowsEndToEndDoNotOverlap() {
        var next = TimeWindow.of(HOUR.until(), Duration.ofHours(1));

        assertThat(HOUR.overlaps(next)).isFalse();
        assertThat(HOUR.shared(next)).isEmpty();
    }

    @Test
    void whatTwoWindowsShareIsInBoth() {
        var later = TimeWindow.of(NOON.plusSeconds(1800), Duration.ofHours(1));

        assertThat(HOUR.shared(later))
                .contains(TimeWindow.of(NOON.plusSeconds(1800), Duration.ofMinutes(30)));
        assertThat(later.shared(HOUR)).isEqualTo(HOUR.shared(later));
    }

    @Test
    void anEmptyOrBackwardWindowIsNoWindow() {
        assertThatThrownBy(() -> new TimeWindow(NOON, NOON)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new TimeWindow(NOON, NOON.minusSeconds(1)))
                .isInstanceOf(InvalidValue.class);
    }
}
