package org.parley.hub.flow;

import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;

/// The requester, sender or receiver closes the books on a consignment: a command. What is not
/// accounted for must be explained.
///
/// @param explanation what became of what nobody reported
public record ConsignmentClosed(
        @Classed(HEADER) String consignment, @Classed(OPERATIONAL) @Nullable String explanation)
        implements FlowBody {

    public ConsignmentClosed {
        Forms.RECORD.required("consignment", consignment);
        Checked.optionalText("explanation", explanation, Forms.TEXT);
    }
}
