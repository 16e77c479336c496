package org.parley.hub.claims;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.HEADER;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;

/// A register's rows begin to arrive as they stood on one day. Until the vintage is closed, figures
/// drawn from the register say that it is still being received.
///
/// @param vintage the name of this state of the register, for example `2024-11-11`
/// @param asOf the day as of which the publisher gave it
/// @param whole whether it holds all rows, so that a row that is missing has been withdrawn
/// @param file SHA-256 of the file it came in, in hexadecimal
public record VintageOpened(
        @Classed(HEADER) String source,
        @Classed(HEADER) String vintage,
        @Classed(COARSE) LocalDate asOf,
        @Classed(COARSE) boolean whole,
        @Classed(COARSE) String file,
        @Classed(COARSE) @Nullable String mapping)
        implements Body {

    public VintageOpened {
        Forms.SLUG.required("source", source);
        Forms.SLUG.required("vintage", vintage);
        Checked.given("asOf", asOf);
        if (file == null || !file.matches("[0-9a-f]{64}")) {
            throw new InvalidValue("file", "value.sha256", "must be a SHA-256 in hexadecimal");
        }
        Checked.optionalText("mapping", mapping, 64);
    }

    @Override
    public String subject() {
        return "register/" + source;
    }
}
