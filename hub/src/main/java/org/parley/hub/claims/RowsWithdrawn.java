package org.parley.hub.claims;

import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.util.List;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;

/// Rows of earlier vintages that an open vintage no longer has.
public record RowsWithdrawn(
        @Classed(HEADER) String source,
        @Classed(HEADER) String vintage,
        @Classed(value = OPERATIONAL, each = true) List<String> keys)
        implements Body {

    public RowsWithdrawn {
        Forms.SLUG.required("source", source);
        Forms.SLUG.required("vintage", vintage);
        keys = keys == null ? List.of() : List.copyOf(keys);
        if (keys.isEmpty() || keys.size() > RowsObserved.MOST) {
            throw new InvalidValue(
                    "keys",
                    "value.range",
                    "must be {least} to {most}, was {was}",
                    1,
                    RowsObserved.MOST,
                    keys.size());
        }
        keys.forEach(key -> Checked.text("keys", key, 200));
    }

    @Override
    public String subject() {
        return "register/" + source;
    }
}
