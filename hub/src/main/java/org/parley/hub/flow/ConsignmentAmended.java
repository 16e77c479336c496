package org.parley.hub.flow;

import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;

/// Changes a request: a command of its requester or its sender. What is absent stays as it was.
///
/// @param lines lines as they are to be from now on, or new ones
/// @param dropped lines that are no longer asked for
public record ConsignmentAmended(
        @Classed(HEADER) String consignment,
        @Classed(OPERATIONAL) @Nullable String corridor,
        @Classed(OPERATIONAL) @Nullable LocalDate readyOn,
        @Classed(OPERATIONAL) @Nullable Priority priority,
        @Classed(value = OPERATIONAL, each = true) List<LineItem> lines,
        @Classed(OPERATIONAL) List<String> dropped,
        @Classed(OPERATIONAL) @Nullable String reason)
        implements FlowBody {

    public ConsignmentAmended {
        Forms.RECORD.required("consignment", consignment);
        Forms.SLUG.optional("corridor", corridor);
        lines = Checked.any("lines", lines, Forms.LINES);
        Checked.unique("lines.line", lines.stream().map(LineItem::line).toList());
        dropped = Checked.any("dropped", dropped, Forms.LINES);
        Checked.optionalText("reason", reason, Forms.TEXT);
    }
}
