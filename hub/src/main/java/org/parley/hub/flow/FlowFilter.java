package org.parley.hub.flow;

import org.jspecify.annotations.Nullable;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.PartnerId;

/// Which consignments somebody wants to see. What is absent does not narrow.
///
/// @param organisation sender, receiver, requester or asked to rule
/// @param outcome a measure that must not be zero: `intercepted`, `returned`, `lost` or `damaged`
/// @param text part of an id, a reference or a line's description
public record FlowFilter(
        @Nullable Stage stage,
        @Nullable AssistanceKind kind,
        @Nullable PartnerId organisation,
        @Nullable String crossing,
        @Nullable String corridor,
        @Nullable String category,
        @Nullable Step outcome,
        @Nullable String text) {

    public static final FlowFilter ALL =
            new FlowFilter(null, null, null, null, null, null, null, null);

    public FlowFilter {
        if (outcome != null && !outcome.needsNode()) {
            throw new InvalidValue(
                    "outcome",
                    "value.one-of-these",
                    "must be one of {known}",
                    "intercepted, returned, lost, damaged");
        }
        if (text != null) {
            Checked.text("text", text, 200);
        }
    }
}
