package org.parley.hub.flow;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.id.PartnerId;

/// What customs did: a report.
public record CustomsReported(
        @Classed(HEADER) String consignment,
        @Classed(HEADER) PartnerId authority,
        @Classed(COARSE) CustomsOutcome outcome,
        @Classed(OPERATIONAL) @Nullable String crossing,
        @Classed(OPERATIONAL) @Nullable String declaration,
        @Classed(OPERATIONAL) List<Goods> goods,
        @Classed(OPERATIONAL) @Nullable String reason)
        implements FlowBody {

    public CustomsReported {
        Forms.RECORD.required("consignment", consignment);
        Checked.given("authority", authority);
        Checked.given("outcome", outcome);
        Forms.SLUG.optional("crossing", crossing);
        Checked.optionalText("declaration", declaration, Forms.TEXT);
        goods = Checked.any("goods", goods, Forms.LINES);
        Checked.optionalText("reason", reason, Forms.TEXT);
    }
}
