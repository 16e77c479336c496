package org.parley.hub.places;

import static org.parley.kernel.audience.FieldClass.HEADER;

import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.TextForm;
import org.parley.kernel.names.Names;

/// Somebody says that there is an area and what it is called. Public geography: its outline is said
/// by [BoundaryDrawn], as often as it changes.
///
/// @param area a neutral id, for example the P-code in lower case
/// @param kind for example `administrative` or `zone`
/// @param pcode its code in the common operational dataset; null where it has none
/// @param level 0 for a country, one more for each step inwards; at most [#DEEPEST]
/// @param parent the area around it; null at the top
/// @param source where its author has it from
public record AreaDescribed(
        @Classed(HEADER) String area,
        @Classed(HEADER) String kind,
        @Classed(HEADER) @Nullable String pcode,
        @Classed(HEADER) int level,
        @Classed(HEADER) @Nullable String parent,
        @Classed(HEADER) Names names,
        @Classed(HEADER) @Nullable String source)
        implements Body {

    public static final int DEEPEST = 9;

    private static final TextForm P_CODE =
            TextForm.of(
                    "[A-Z]{2,3}[A-Z0-9]{0,17}",
                    "value.pcode",
                    "must be a country code and up to 17 capitals or digits such as XE0102, was '{was}'");

    public AreaDescribed {
        TextForm.SLUG.required("area", area);
        TextForm.SLUG.required("kind", kind);
        P_CODE.optional("pcode", pcode);
        TextForm.SLUG.optional("parent", parent);
        Checked.given("names", names);
        Checked.optionalText("source", source, 500);
        if (level < 0 || level > DEEPEST) {
            throw new InvalidValue(
                    "level",
                    "value.range",
                    "must be {least} to {most}, was {was}",
                    0,
                    DEEPEST,
                    level);
        }
        if (area.equals(parent)) {
            throw new InvalidValue(
                    "parent", "value.own-parent", "must be another area than the area itself");
        }
    }

    @Override
    public String subject() {
        return "area/" + area;
    }
}
