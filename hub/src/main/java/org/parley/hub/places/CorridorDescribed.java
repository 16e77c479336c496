package org.parley.hub.places;

import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.TextForm;
import org.parley.kernel.names.Names;

/// Somebody says that there is a corridor: a way in, by the places it passes. No route is kept,
/// only the order of its stops.
///
/// @param stops ids of crossings, sites and areas, from the outside inwards; two at least
/// @param until the last day it was one; null while it goes on
public record CorridorDescribed(
        @Classed(HEADER) String corridor,
        @Classed(HEADER) Names names,
        @Classed(OPERATIONAL) List<String> stops,
        @Classed(HEADER) @Nullable LocalDate until,
        @Classed(HEADER) @Nullable String source)
        implements Body {

    private static final int MOST_STOPS = 50;

    public CorridorDescribed {
        TextForm.SLUG.required("corridor", corridor);
        Checked.given("names", names);
        Checked.optionalText("source", source, 500);
        stops = Checked.given("stops", stops).stream().toList();
        if (stops.size() < 2 || stops.size() > MOST_STOPS) {
            throw new InvalidValue(
                    "stops",
                    "value.range",
                    "must be {least} to {most}, was {was}",
                    2,
                    MOST_STOPS,
                    stops.size());
        }
        for (int i = 0; i < stops.size(); i++) {
            TextForm.SLUG.required("stops[%d]".formatted(i), stops.get(i));
        }
    }

    @Override
    public String subject() {
        return "corridor/" + corridor;
    }
}
