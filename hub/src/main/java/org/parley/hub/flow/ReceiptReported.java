package org.parley.hub.flow;

import static org.parley.kernel.audience.FieldClass.EXACT;
import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.id.StatementId;

/// The receiver says what arrived, and in which condition: a report of fact. It must be addressed
/// so that the sender sees why something is short or damaged; what it says is never refused.
public record ReceiptReported(
        @Classed(HEADER) String consignment,
        @Classed(value = OPERATIONAL, each = true) List<ReceivedLine> lines,
        @Classed(EXACT) @Nullable String place,
        @Classed(HEADER) @Nullable StatementId corrects)
        implements FlowBody {

    public ReceiptReported {
        Forms.RECORD.required("consignment", consignment);
        lines = Checked.some("lines", lines, Forms.LINES);
        Checked.unique("lines.line", lines.stream().map(ReceivedLine::line).toList());
        Forms.SLUG.optional("place", place);
    }
}
