package org.parley.hub.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A statement as one reader may see it: fields above their clearance are not there.
///
/// @param says the fields by name; null when they were erased
/// @param addressedTo the label, for its originator only
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementView(
        long index,
        String id,
        String type,
        String originator,
        String assurance,
        Instant claimedAt,
        Instant heardAt,
        List<String> marks,
        @Nullable String subject,
        @Nullable Map<String, Object> says,
        boolean erased,
        @Nullable Map<String, Object> addressedTo) {}
