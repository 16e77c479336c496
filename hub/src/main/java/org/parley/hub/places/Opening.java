package org.parley.hub.places;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.TextForm;

/// Whether a crossing lets a category of goods of a flow through.
///
/// @param flow for example `humanitarian` or `commercial`; null for every flow
/// @param category of goods, for example `food` or `fuel`; null for every category
/// @param reason why it is closed or limited, as a code: `none-given` where nobody said why. Always
///     there when closed, never when open
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Opening(
        @Nullable String flow,
        @Nullable String category,
        CrossingStatus status,
        @Nullable String reason) {

    /// The reason where none was given.
    public static final String NONE_GIVEN = "none-given";

    public Opening {
        TextForm.SLUG.optional("openings.flow", flow);
        TextForm.SLUG.optional("openings.category", category);
        Checked.given("openings.status", status);
        TextForm.SLUG.optional("openings.reason", reason);
        if (status == CrossingStatus.CLOSED && reason == null) {
            throw new InvalidValue(
                    "openings.reason",
                    "value.closed-reason",
                    "is missing: say why it is closed, or 'none-given' where nobody said");
        }
        if (status == CrossingStatus.OPEN && reason != null) {
            throw new InvalidValue(
                    "openings.reason",
                    "value.open-reason",
                    "belongs to closed and limited, was '{was}'; leave it out",
                    reason);
        }
    }

    public static Opening open() {
        return new Opening(null, null, CrossingStatus.OPEN, null);
    }

    public static Opening closed(String reason) {
        return new Opening(null, null, CrossingStatus.CLOSED, reason);
    }

    /// Whether it speaks about these goods, itself or among all others.
    boolean concerns(String ofFlow, String ofCategory) {
        return (flow == null || flow.equals(ofFlow))
                && (category == null || category.equals(ofCategory));
    }

    /// The flow counts for more than the category: a closure of one flow closes all its goods.
    int precision() {
        return (flow == null ? 0 : 2) + (category == null ? 0 : 1);
    }
}
