package org.parley.hub.flow;

import static org.parley.kernel.audience.FieldClass.EXACT;
import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.id.PartnerId;

/// Goods went from one organisation's hands into another's: a report. Where they lie does not
/// change by it.
public record CustodyHandedOver(
        @Classed(HEADER) String consignment,
        @Classed(HEADER) PartnerId from,
        @Classed(HEADER) PartnerId to,
        @Classed(value = OPERATIONAL, each = true) List<Goods> goods,
        @Classed(OPERATIONAL) @Nullable String leg,
        @Classed(OPERATIONAL) @Nullable String crossing,
        @Classed(EXACT) @Nullable String place,
        @Classed(EXACT) List<String> vehicles)
        implements FlowBody {

    public CustodyHandedOver {
        Forms.RECORD.required("consignment", consignment);
        Checked.given("from", from);
        Checked.given("to", to);
        goods = Checked.some("goods", goods, Forms.LINES);
        Forms.RECORD.optional("leg", leg);
        Forms.SLUG.optional("crossing", crossing);
        Forms.SLUG.optional("place", place);
        vehicles = Forms.vehicles(vehicles);
    }
}
