package org.parley.hub.places;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.HEADER;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.TextForm;

/// Somebody draws an area's outline as it holds from a day on. A later day is a new version beside
/// the old one; the same day again corrects it. Boundaries imply no endorsement.
///
/// @param source whose line it is, for example a dataset with its version
/// @param attribution the words and licence that must be shown with it
/// @param toleranceMetres how far the outline may be from its source, where it was simplified; 0 to
///     [#COARSEST]. Places that near to the outside count as inside
public record BoundaryDrawn(
        @Classed(HEADER) String area,
        @Classed(HEADER) LocalDate validFrom,
        @Classed(HEADER) String source,
        @Classed(HEADER) @Nullable String attribution,
        @Classed(HEADER) @Nullable Integer toleranceMetres,
        @Classed(COARSE) Outline outline)
        implements Body {

    public static final int COARSEST = 5_000;

    public BoundaryDrawn {
        TextForm.SLUG.required("area", area);
        Checked.given("validFrom", validFrom);
        Checked.text("source", source, 500);
        Checked.optionalText("attribution", attribution, 500);
        Checked.given("outline", outline);
        if (toleranceMetres != null && (toleranceMetres < 0 || toleranceMetres > COARSEST)) {
            throw new InvalidValue(
                    "toleranceMetres",
                    "value.range-metres",
                    "must be 0 to {most} metres, was {was}",
                    COARSEST,
                    toleranceMetres);
        }
    }

    @Override
    public String subject() {
        return "area/" + area;
    }
}
