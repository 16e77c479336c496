package org.parley.hub.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An act that waits for a second person, as the organisation that it is of sees it.
///
/// @param act the id that the act has once it is said
/// @param rule why it wants two: `group-member`, `widening` or `export`
/// @param by the account that proposed it
/// @param state `open`, `agreed` or `expired`
/// @param index where the act is in the log; absent while nobody agreed
/// @param statement the act as it will be said; absent for those who may not see all of it
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProposalView(
        String id,
        String act,
        String type,
        String rule,
        String by,
        Instant proposedAt,
        Instant expiresAt,
        String state,
        @Nullable Long index,
        @Nullable JsonNode statement) {

    public boolean isOpen() {
        return state.equals("open");
    }
}
