package org.parley.hub.flow;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.id.PartnerId;

/// An authority has a request before it, or holds it: a report.
///
/// @param lines the lines that are meant; all of them where absent
public record ReviewReported(
        @Classed(HEADER) String consignment,
        @Classed(HEADER) PartnerId authority,
        @Classed(COARSE) ReviewState state,
        @Classed(OPERATIONAL) List<String> lines,
        @Classed(OPERATIONAL) @Nullable String reason)
        implements FlowBody {

    public ReviewReported {
        Forms.RECORD.required("consignment", consignment);
        Checked.given("authority", authority);
        Checked.given("state", state);
        lines = Checked.any("lines", lines, Forms.LINES);
        Checked.optionalText("reason", reason, Forms.TEXT);
    }
}
