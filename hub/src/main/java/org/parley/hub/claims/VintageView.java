package org.parley.hub.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One state of a register as its publisher gave it.
///
/// @param size the log's size right after it was complete: read with `asOf` this size to see the
///     register as it then stood; absent while it is arriving
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VintageView(
        String vintage,
        LocalDate asOf,
        boolean whole,
        String file,
        @Nullable Long size,
        @Nullable VintageClosed counts,
        List<String> marks) {}
