package org.parley.hub.retention;

import static org.parley.kernel.audience.FieldClass.HEADER;

import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;

/// A record may be evidence: it is not erased, neither by time nor by its originator, until the
/// hold is lifted. Whoever sees the record sees who holds it and why, whatever this statement's own
/// label.
///
/// @param originator whose record it is
/// @param record the id of its statement
/// @param reason who wants it kept, and why; without names of people
public record HoldPlaced(
        @Classed(HEADER) PartnerId originator,
        @Classed(HEADER) StatementId record,
        @Classed(HEADER) String reason)
        implements Body {

    public HoldPlaced {
        Checked.given("originator", originator);
        Checked.given("record", record);
        Checked.text("reason", reason, 500);
    }

    @Override
    public String subject() {
        return "statement/" + record;
    }
}
