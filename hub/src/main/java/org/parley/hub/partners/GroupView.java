package org.parley.hub.partners;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.names.Names;

/// A working group as a reader sees it.
///
/// @param backlog what those who join see of what went before: `all`, `from-joining` or `days`
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GroupView(
        String group,
        Names names,
        String lead,
        List<String> members,
        String backlog,
        @Nullable Integer backlogDays) {}
