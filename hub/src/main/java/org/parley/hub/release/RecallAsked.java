package org.parley.hub.release;

import static org.parley.kernel.audience.FieldClass.HEADER;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.StatementId;

/// An organisation asks whoever holds one of its statements to delete it, and to say that they did.
/// It erases nothing by itself: what the hub keeps goes by `journal.erased`.
///
/// @param record a statement of the same organisation
/// @param by until when an answer is asked for
public record RecallAsked(
        @Classed(HEADER) StatementId record,
        @Classed(HEADER) String reason,
        @Classed(HEADER) @Nullable LocalDate by)
        implements Body {

    static final int LONGEST = 500;

    public RecallAsked {
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw new InvalidValue(
                    "reason", "value.length", "must be 1 to {most} characters", LONGEST);
        }
    }

    @Override
    public String subject() {
        return "statement/" + record;
    }
}
