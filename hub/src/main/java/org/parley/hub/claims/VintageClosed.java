package org.parley.hub.claims;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.HEADER;

import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.InvalidValue;

/// All rows of a vintage have arrived, and what it revised.
///
/// @param rows the rows of the file that were taken
/// @param heldBack rows of the file that could not be understood and were sent back
/// @param backDated added rows whose event lies within the time that the vintage before had covered
public record VintageClosed(
        @Classed(HEADER) String source,
        @Classed(HEADER) String vintage,
        @Classed(COARSE) long rows,
        @Classed(COARSE) long added,
        @Classed(COARSE) long changed,
        @Classed(COARSE) long withdrawn,
        @Classed(COARSE) long backDated,
        @Classed(COARSE) long heldBack)
        implements Body {

    public VintageClosed {
        Forms.SLUG.required("source", source);
        Forms.SLUG.required("vintage", vintage);
        if (rows < 0
                || added < 0
                || changed < 0
                || withdrawn < 0
                || heldBack < 0
                || backDated < 0
                || backDated > added) {
            throw new InvalidValue(
                    "rows", "value.counts", "must not be negative, nor more back-dated than added");
        }
    }

    @Override
    public String subject() {
        return "register/" + source;
    }
}
