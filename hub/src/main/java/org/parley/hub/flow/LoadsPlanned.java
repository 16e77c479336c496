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

/// A plan to split, merge or transload: a command, refused unless what goes in comes out.
///
/// @param taken the loads as they are
/// @param made the loads as they are to be
public record LoadsPlanned(
        @Classed(HEADER) String plan,
        @Classed(COARSE) LoadChange change,
        @Classed(OPERATIONAL) Node at,
        @Classed(EXACT) @Nullable String place,
        @Classed(value = OPERATIONAL, each = true) List<LoadGoods> taken,
        @Classed(value = OPERATIONAL, each = true) List<LoadGoods> made)
        implements FlowBody, LoadsChange {

    public LoadsPlanned {
        Forms.RECORD.required("plan", plan);
        Checked.given("change", change);
        Checked.given("at", at);
        Forms.SLUG.optional("place", place);
        taken = Checked.some("taken", taken, 500);
        made = Checked.some("made", made, 500);
    }

    @Override
    public String subject() {
        return "load-plan/" + plan;
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
