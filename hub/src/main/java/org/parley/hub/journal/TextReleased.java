package org.parley.hub.journal;

import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.StatementId;

/// A second person agrees with its submitter that the held texts of a statement are shown to those
/// to whom it was addressed, from now on.
///
/// @param record the statement, of the same organisation
public record TextReleased(@Classed(FieldClass.HEADER) StatementId record) implements Body {

    public static final String TYPE = "journal.text-released";

    @Override
    public String subject() {
        return "statement/" + record;
    }
}
