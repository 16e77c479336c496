package org.parley.hub.flow;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.EXACT;
import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;

/// Loads were split, merged or transloaded: a report of fact. What does not come out is kept as
/// unexplained.
///
/// @param plan the plan that it followed, if any
public record LoadsChanged(
        @Classed(HEADER) String event,
        @Classed(HEADER) @Nullable String plan,
        @Classed(COARSE) LoadChange change,
        @Classed(OPERATIONAL) Node at,
        @Classed(EXACT) @Nullable String place,
        @Classed(EXACT) List<String> vehicles,
        @Classed(value = OPERATIONAL, each = true) List<LoadGoods> taken,
        @Classed(value = OPERATIONAL, each = true) List<LoadGoods> made)
        implements FlowBody, LoadsChange {

    public LoadsChanged {
        Forms.RECORD.required("event", event);
        Forms.RECORD.optional("plan", plan);
        Checked.given("change", change);
        Checked.given("at", at);
        Forms.SLUG.optional("place", place);
        vehicles = Forms.vehicles(vehicles);
        taken = Checked.some("taken", taken, 500);
        made = Checked.some("made", made, 500);
    }

    @Override
    public String subject() {
        return "load-change/" + event;
    }

    @Override
    public String consignment() {
        return "";
    }

    @Override
    public Set<String> consignments() {
        return LoadsChange.super.consignments();
    }
}
