package org.parley.hub.partners;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.audience.FieldClass;

/// Where a registration stands according to somebody, as a reader sees it.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegistrationView(
        String partner,
        String authority,
        @Nullable String status,
        @Nullable LocalDate since,
        @Nullable String reason,
        String saidBy,
        long index) {

    static RegistrationView of(
            String partner,
            String authority,
            String status,
            LocalDate since,
            @Nullable String reason,
            String saidBy,
            long index,
            Optional<FieldClass> ceiling) {
        boolean coarse = ceiling.filter(c -> c.covers(FieldClass.COARSE)).isPresent();
        boolean operational = ceiling.filter(c -> c.covers(FieldClass.OPERATIONAL)).isPresent();
        return new RegistrationView(
                partner,
                authority,
                coarse ? status : null,
                coarse ? since : null,
                operational ? reason : null,
                saidBy,
                index);
    }
}
