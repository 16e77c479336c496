package org.parley.hub.flow;

import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.id.PartnerId;

/// An authority ruled on lines of a consignment. Said by the authority itself it is a command, and
/// what an authority may not do is refused; said by anybody else it is a report of what they heard.
/// A later ruling of the same authority on the same line takes the earlier one's place.
///
/// @param ruling the authority's own number
/// @param conditions what the ruling depends on, in the authority's words
/// @param validUntil the last moment at which it can be used; absent where it does not expire
public record Ruled(
        @Classed(HEADER) String ruling,
        @Classed(HEADER) String consignment,
        @Classed(HEADER) PartnerId authority,
        @Classed(value = OPERATIONAL, each = true) List<LineRuling> lines,
        @Classed(OPERATIONAL) List<String> conditions,
        @Classed(OPERATIONAL) @Nullable Instant validUntil)
        implements FlowBody {

    public Ruled {
        Forms.RECORD.required("ruling", ruling);
        Forms.RECORD.required("consignment", consignment);
        Checked.given("authority", authority);
        lines = Checked.some("lines", lines, Forms.LINES);
        Checked.unique("lines.line", lines.stream().map(LineRuling::line).toList());
        conditions = Checked.any("conditions", conditions, 20);
        conditions.forEach(condition -> Checked.text("conditions", condition, Forms.TEXT));
    }
}
