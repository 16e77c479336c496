package org.parley.hub.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/// Time spans in hours with one decimal: what people compare.
final class Hours {

    private static final BigDecimal SECONDS = BigDecimal.valueOf(3_600);

    private Hours() {}

    static BigDecimal between(Instant from, Instant until) {
        return of(BigDecimal.valueOf(Duration.between(from, until).toSeconds()));
    }

    static BigDecimal of(BigDecimal seconds) {
        return seconds.divide(SECONDS, 1, RoundingMode.HALF_EVEN);
    }
}
