package org.parley.hub.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.quantity.Quantity;
import org.parley.kernel.quantity.Unit;

/// Turns what was reported into effects on lines, in the lines' own units.
final class Counting {

    private Counting() {}

    /// @param effects what could be counted
    /// @param marks what could not, and why
    record Counted(List<Effect> effects, Set<String> marks) {}

    static Counted of(Happened said, @Nullable Consignment consignment) {
        var effects = new ArrayList<Effect>();
        var marks = new TreeSet<String>();
        if (said.step() != null) {
            var measure = Measure.of(said.step(), said.node(), said.how());
            for (var goods : said.moved()) {
                count(consignment, goods, measure, effects, marks);
            }
        }
        for (var line : said.receipts()) {
            received(consignment, line, effects, marks);
        }
        return new Counted(List.copyOf(effects), marks);
    }

    private static void received(
            @Nullable Consignment consignment,
            ReceivedLine line,
            List<Effect> effects,
            Set<String> marks) {
        count(consignment, line, line.received(), Measure.ARRIVED, effects, marks);
        count(consignment, line, line.damaged(), Measure.DAMAGED_INSIDE, effects, marks);
        count(consignment, line, line.missing(), Measure.MISSING, effects, marks);
    }

    private static void count(
            @Nullable Consignment consignment,
            ReceivedLine line,
            @Nullable BigDecimal amount,
            Measure measure,
            List<Effect> effects,
            Set<String> marks) {
        if (amount != null && amount.signum() > 0) {
            var goods = new Goods(line.line(), amount, null, null, null);
            count(consignment, goods, measure, effects, marks);
        }
    }

    private static void count(
            @Nullable Consignment consignment,
            Goods goods,
            Measure measure,
            List<Effect> effects,
            Set<String> marks) {
        if (consignment == null) {
            marks.add(Marks.CONSIGNMENT_UNKNOWN);
            return;
        }
        var line = consignment.lines().get(goods.line());
        if (line == null) {
            marks.add(Marks.LINE_UNKNOWN);
            return;
        }
        var unit = line.item().unit();
        inUnit(goods, unit)
                .ifPresentOrElse(
                        amount ->
                                effects.add(
                                        new Effect(
                                                goods.line(),
                                                measure,
                                                amount,
                                                goods.load(),
                                                isEstimate(goods, unit))),
                        () -> marks.add(Marks.UNIT_DOES_NOT_CONVERT));
    }

    /// The quantity in the line's unit; empty where nobody stated how one becomes the other.
    static Optional<BigDecimal> inUnit(Goods goods, Unit lineUnit) {
        var unit = goods.unit() == null ? lineUnit : goods.unit();
        try {
            var quantity = new Quantity(goods.quantity(), unit);
            if (unit.convertsTo(lineUnit)) {
                return Optional.of(quantity.in(lineUnit).amount());
            }
            return Optional.ofNullable(goods.factor())
                    .map(factor -> factor.between(unit, lineUnit).of(quantity))
                    .map(estimate -> estimate.quantity().amount());
        } catch (InvalidValue outOfBounds) {
            return Optional.empty();
        }
    }

    static boolean isEstimate(Goods goods, Unit lineUnit) {
        return goods.unit() != null && !goods.unit().convertsTo(lineUnit);
    }
}
