package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list for one crossing and one day.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ManifestView(
        String manifest,
        String saidBy,
        String statement,
        long index,
        Instant heardAt,
        List<String> marks,
        @Nullable LocalDate day,
        @Nullable String crossing,
        @Nullable Integer trucks,
        @Nullable List<Entry> entries) {

    ManifestView with(List<Entry> listed) {
        return new ManifestView(
                manifest,
                saidBy,
                statement,
                index,
                heardAt,
                marks,
                day,
                crossing,
                trucks,
                entries == null ? null : listed);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            String consignment,
            String line,
            BigDecimal quantity,
            @Nullable String unit,
            @Nullable String category,
            @Nullable BigDecimal tonnes) {}
}
