package org.parley.hub.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.StatementView;

/// A statement that nobody has said yet, as an organisation would see it.
///
/// @param as the organisation, at its widest: somebody of it whom nothing holds back but the label
/// @param member whether it is a member of the operation, as far as the author may see
/// @param groups the groups that the author may see it in; of others nothing is said or counted
/// @param exists whether the statement would exist for it
/// @param upTo the widest class that it would see; absent when it would see nothing
/// @param withheld how many fields it would not see, by the class that withholds them
/// @param seen the view that it would get; absent when it would see nothing
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreviewView(
        String as,
        boolean member,
        List<String> groups,
        Map<String, Object> addressedTo,
        boolean exists,
        @Nullable String upTo,
        List<Part> fields,
        Map<String, Integer> withheld,
        @Nullable StatementView seen) {

    /// One field of what is said.
    ///
    /// @param fieldClass F0 to F3
    /// @param value as its author said it, whether it is shown or not
    public record Part(String field, String fieldClass, boolean shown, Object value) {}
}
