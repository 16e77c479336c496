package org.parley.hub.flow;

import static org.parley.kernel.audience.FieldClass.EXACT;
import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.PartnerId;

/// One leg of a consignment's way, carried by one organisation: a command. The same leg again is
/// the plan as it stands from now on.
public record LegPlanned(
        @Classed(HEADER) String consignment,
        @Classed(OPERATIONAL) String leg,
        @Classed(OPERATIONAL) PartnerId carrier,
        @Classed(EXACT) String from,
        @Classed(EXACT) String to,
        @Classed(OPERATIONAL) @Nullable Instant departs,
        @Classed(OPERATIONAL) @Nullable Instant arrives,
        @Classed(OPERATIONAL) List<Goods> goods)
        implements FlowBody {

    public LegPlanned {
        Forms.RECORD.required("consignment", consignment);
        Forms.RECORD.required("leg", leg);
        Checked.given("carrier", carrier);
        Forms.SLUG.required("from", from);
        Forms.SLUG.required("to", to);
        goods = Checked.any("goods", goods, Forms.LINES);
        if (departs != null && arrives != null && arrives.isBefore(departs)) {
            throw new InvalidValue(
                    "arrives",
                    "value.arrives-first",
                    "{arrives} is before the departure {departs}",
                    arrives,
                    departs);
        }
    }
}
