package org.parley.hub.places;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.TextForm;

/// Somebody says how a crossing worked, or will work, on a day: for which goods of which flows, in
/// which hours, up to which capacity. What others say of the same day stands beside it; what its
/// author said before is replaced whole.
///
/// @param day by the crossing's own calendar
/// @param openings one at least; the more precise one counts (see [CrossingDaySaid#opening])
/// @param hours null where nothing was said of them
/// @param capacities null where nothing was said of them
public record CrossingDayReported(
        @Classed(HEADER) String crossing,
        @Classed(HEADER) LocalDate day,
        @Classed(COARSE) List<Opening> openings,
        @Classed(OPERATIONAL) @Nullable List<Hours> hours,
        @Classed(OPERATIONAL) @Nullable List<Capacity> capacities,
        @Classed(OPERATIONAL) @Nullable String note)
        implements Body {

    private static final int MOST = 200;

    public CrossingDayReported {
        TextForm.SLUG.required("crossing", crossing);
        Checked.given("day", day);
        openings = few("openings", openings);
        hours = hours == null ? null : few("hours", hours);
        capacities = capacities == null ? null : few("capacities", capacities);
        Checked.optionalText("note", note, 2_000);
        var seen = new HashSet<List<String>>();
        for (var opening : openings) {
            if (!seen.add(goods(opening.flow(), opening.category()))) {
                throw new InvalidValue(
                        "openings",
                        "value.openings-clash",
                        "says two things of flow {flow}, category {category}; leave one",
                        opening.flow(),
                        opening.category());
            }
        }
    }

    private static <T> List<T> few(String field, @Nullable List<T> items) {
        if (items == null || items.isEmpty() || items.size() > MOST) {
            throw new InvalidValue(
                    field, "value.capacity", "must be 1 to {most}, leave it out if none", MOST);
        }
        if (items.stream().anyMatch(Objects::isNull)) {
            throw new InvalidValue(field, "value.null-inside", "must not contain null");
        }
        return List.copyOf(items);
    }

    private static List<String> goods(@Nullable String flow, @Nullable String category) {
        return List.of(flow == null ? "" : flow, category == null ? "" : category);
    }

    @Override
    public String subject() {
        return "crossing/" + crossing;
    }
}
