package org.parley.hub.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How an import stands.
///
/// @param state `running`, `done`, `refused` or `failed`
/// @param done of the whole, from 0 to 1
/// @param refusal the stable code of why it was refused, with its facts
/// @param problems whether rows were held back and can be fetched to be corrected
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
        String id,
        String file,
        String mapping,
        String state,
        double done,
        long rows,
        @Nullable ImportReport report,
        @Nullable String refusal,
        @Nullable Map<String, ?> facts,
        boolean problems) {}
