package org.parley.hub.flow;

import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;

/// The requester or the sender no longer asks: a command.
public record ConsignmentWithdrawn(
        @Classed(HEADER) String consignment, @Classed(OPERATIONAL) @Nullable String reason)
        implements FlowBody {

    public ConsignmentWithdrawn {
        Forms.RECORD.required("consignment", consignment);
        Checked.optionalText("reason", reason, Forms.TEXT);
    }
}
