package org.parley.hub.release;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.HEADER;

import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;

/// A holder says what became of a statement that was recalled. A report of fact: nobody checks it,
/// and it is never refused.
///
/// @param originator who recalled it
/// @param record the statement that was recalled
public record RecallAnswered(
        @Classed(HEADER) PartnerId originator,
        @Classed(HEADER) StatementId record,
        @Classed(HEADER) HolderAnswer answer,
        @Classed(COARSE) @Nullable String note)
        implements Body {

    public RecallAnswered {
        if (note != null && note.length() > RecallAsked.LONGEST) {
            throw new InvalidValue(
                    "note", "value.length", "must be 1 to {most} characters", RecallAsked.LONGEST);
        }
    }

    @Override
    public String subject() {
        return "statement/" + record;
    }
}
