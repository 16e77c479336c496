package org.parley.hub.examples.exercise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.ConsignmentRequested;
import org.parley.hub.flow.LineItem;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.quantity.Unit;

/// A request for what the hub does not carry, which it refuses.
final class OutsideTheHub {

    private OutsideTheHub() {}

    static Line<?> request() {
        var day = LocalDate.of(2031, 4, 22);
        var at = World.at(day, 10, 12);
        var asked =
                new ConsignmentRequested(
                        "CN-31-X0001",
                        AssistanceKind.COMMERCIAL,
                        World.NORTHQUAY,
                        World.TOWNS,
                        List.of(World.GOODS_OFFICE),
                        Route.NORTH.origin(),
                        "wh-ansel",
                        "xj05",
                        Route.NORTH.corridor(),
                        day.plusDays(3),
                        null,
                        List.of(),
                        List.of(),
                        List.of(
                                new LineItem(
                                        "1",
                                        "Hunting ammunition, boxes",
                                        "other",
                                        BigDecimal.TEN,
                                        Unit.BX,
                                        null,
                                        null,
                                        null)));
        return new Line<>(
                        at,
                        at,
                        "outside-the-hub",
                        World.NORTHQUAY,
                        Label.operation(World.NORTHQUAY, FieldClass.COARSE),
                        asked)
                .refused("flow.weapons-outside-the-hub");
    }
}
