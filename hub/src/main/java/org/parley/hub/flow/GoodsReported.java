package org.parley.hub.flow;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.EXACT;
import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.StatementId;

/// Goods took a step: a report of fact, never refused.
///
/// @param at at which node, for steps that can happen at several: interception, return, loss,
///     damage
/// @param interception how, when they were intercepted
/// @param crossing where the step was counted, for steps at a crossing
/// @param vehicles opaque tokens, never plates
/// @param corrects the id of an earlier statement of the same originator that this one replaces
public record GoodsReported(
        @Classed(HEADER) String consignment,
        @Classed(COARSE) Step step,
        @Classed(value = OPERATIONAL, each = true) List<Goods> goods,
        @Classed(OPERATIONAL) @Nullable Node at,
        @Classed(OPERATIONAL) @Nullable Interception interception,
        @Classed(OPERATIONAL) @Nullable String crossing,
        @Classed(EXACT) @Nullable String place,
        @Classed(EXACT) List<String> vehicles,
        @Classed(OPERATIONAL) @Nullable String reason,
        @Classed(HEADER) @Nullable StatementId corrects)
        implements FlowBody {

    public GoodsReported {
        Forms.RECORD.required("consignment", consignment);
        Checked.given("step", step);
        goods = Checked.some("goods", goods, Forms.LINES);
        if (step.needsNode() && at == null) {
            throw new InvalidValue(
                    "at",
                    "value.goods-where",
                    "must say where: outside, yard, inside or destination");
        }
        if (!step.needsNode() && at != null) {
            throw new InvalidValue(
                    "at",
                    "value.goods-node",
                    "is not said of this step: it happens at one node only");
        }
        if ((step == Step.INTERCEPTED) != (interception != null)) {
            throw new InvalidValue(
                    "interception",
                    "value.goods-interception",
                    "says how goods were intercepted, and nothing else");
        }
        if (step == Step.INTERCEPTED && at != Node.OUTSIDE && at != Node.INSIDE) {
            throw new InvalidValue(
                    "at",
                    "value.goods-on-the-way",
                    "interception is on the way: outside or inside");
        }
        Forms.SLUG.optional("crossing", crossing);
        Forms.SLUG.optional("place", place);
        vehicles = Forms.vehicles(vehicles);
        Checked.optionalText("reason", reason, Forms.TEXT);
    }

    /// A step with its goods and nothing else.
    public static GoodsReported of(String consignment, Step step, Goods... goods) {
        return new GoodsReported(
                consignment, step, List.of(goods), null, null, null, null, List.of(), null, null);
    }
}
