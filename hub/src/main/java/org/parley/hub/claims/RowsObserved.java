package org.parley.hub.claims;

import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.util.List;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;

/// Rows of an open vintage that are new or have changed. Each row is a field of its own, so that
/// one can be shown and proved without the others.
public record RowsObserved(
        @Classed(HEADER) String source,
        @Classed(HEADER) String vintage,
        @Classed(value = OPERATIONAL, each = true) List<ObservedRow> rows)
        implements Body {

    /// The most rows in one statement.
    public static final int MOST = 256;

    public RowsObserved {
        Forms.SLUG.required("source", source);
        Forms.SLUG.required("vintage", vintage);
        rows = rows == null ? List.of() : List.copyOf(rows);
        if (rows.isEmpty() || rows.size() > MOST) {
            throw new InvalidValue(
                    "rows",
                    "value.range",
                    "must be {least} to {most}, was {was}",
                    1,
                    MOST,
                    rows.size());
        }
        Checked.unique("rows", rows.stream().map(ObservedRow::key).toList());
    }

    @Override
    public String subject() {
        return "register/" + source;
    }
}
