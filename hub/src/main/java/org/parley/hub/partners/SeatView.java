package org.parley.hub.partners;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.audience.FieldClass;

/// What was said of a partner's seat, as a reader sees it.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeatView(
        String partner,
        String stage,
        LocalDate on,
        @Nullable Integer headcount,
        @Nullable Boolean approximate,
        String saidBy,
        long index) {

    static SeatView of(
            String partner,
            String stage,
            LocalDate on,
            @Nullable Integer headcount,
            boolean approximate,
            String saidBy,
            long index,
            Optional<FieldClass> ceiling) {
        boolean coarse =
                headcount != null && ceiling.filter(c -> c.covers(FieldClass.COARSE)).isPresent();
        return new SeatView(
                partner,
                stage,
                on,
                coarse ? headcount : null,
                coarse ? approximate : null,
                saidBy,
                index);
    }
}
