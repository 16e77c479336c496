package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// So much more, or less after a correction, of one measure of one line, in the line's unit.
///
/// @param load the load that it goes into or out of, where loads are told apart
/// @param estimated whether it was converted by a stated factor
@JsonInclude(JsonInclude.Include.NON_NULL)
record Effect(
        String line, Measure measure, BigDecimal amount, @Nullable String load, boolean estimated) {

    Effect reversed() {
        return new Effect(line, measure, amount.negate(), load, estimated);
    }
}
