package org.parley.hub.journal;

import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.StatementId;

/// A second person agrees with its submitter that the held texts of a statement are destroyed. The
/// rest of the statement stays, and so does what stands in the place of the texts.
///
/// @param record the statement, of the same organisation
public record TextStruck(@Classed(FieldClass.HEADER) StatementId record) implements Body {

    public static final String TYPE = "journal.text-struck";

    @Override
    public String subject() {
        return "statement/" + record;
    }
}
