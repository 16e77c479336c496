package org.parley.hub.release;

import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.InvalidValue;

/// A file of more than a hundred records leaves the hub. Said before it is drawn; for a day the
/// organisation's people can then fetch it.
///
/// @param what the export, as the refusal to draw it named it
/// @param why what it is for
public record ExportDrawn(@Classed(HEADER) String what, @Classed(OPERATIONAL) @Nullable String why)
        implements Body {

    private static final int LONGEST = 500;

    public ExportDrawn {
        if (what.isBlank() || what.length() > LONGEST) {
            throw new InvalidValue(
                    "what", "value.length", "must be 1 to {most} characters", LONGEST);
        }
    }

    @Override
    public String subject() {
        return "export";
    }
}
