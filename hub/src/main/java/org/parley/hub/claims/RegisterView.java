package org.parley.hub.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A register with what must stand beside every figure drawn from it: its source, its counting rule
/// and its coverage.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegisterView(
        RegisterId id,
        @Nullable SourceView source,
        @Nullable RuleView rule,
        List<VintageView> vintages,
        long rows,
        CoverageView coverage) {}
