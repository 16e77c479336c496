package org.parley.hub.release;

import static org.parley.kernel.audience.FieldClass.HEADER;

import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.id.StatementId;

/// A proposal is not to be agreed to any more: its author thought better of it, or somebody of the
/// same organisation declined.
public record ActWithdrawn(@Classed(HEADER) StatementId proposal) implements Body {

    @Override
    public String subject() {
        return "statement/" + proposal;
    }
}
