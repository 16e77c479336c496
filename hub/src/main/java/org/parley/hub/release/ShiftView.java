package org.parley.hub.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an organisation gains or loses by a change of membership, counted over the statements that
/// who asks may see.
///
/// @param group the group; absent for the operation itself
/// @param change `began` or `ended`
/// @param alreadySo whether the change changes nothing: it is a member already, or is none
/// @param gained how many statements it sees more of
/// @param lost how many it sees less of. What it was shown of these until now stays known to it
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShiftView(
        String organisation,
        @Nullable String group,
        String change,
        boolean alreadySo,
        long gained,
        long lost,
        List<Row> rows) {

    /// @param from the class before, F0 to F3; absent where they did not exist for it
    /// @param to the class after; absent where they exist for it no longer
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(String type, @Nullable String from, @Nullable String to, long statements) {}
}
