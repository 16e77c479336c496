package org.parley.hub.retention;

import static org.parley.kernel.audience.FieldClass.HEADER;

import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.id.StatementId;

/// A legal hold of the same organisation is over: what it kept is erased when its time is over.
///
/// @param hold the id of the statement that placed it
/// @param reason why; without names of people
public record HoldLifted(@Classed(HEADER) StatementId hold, @Classed(HEADER) String reason)
        implements Body {

    public HoldLifted {
        Checked.given("hold", hold);
        Checked.text("reason", reason, 500);
    }

    @Override
    public String subject() {
        return "statement/" + hold;
    }
}
