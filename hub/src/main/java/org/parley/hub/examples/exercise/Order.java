package org.parley.hub.examples.exercise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.LineItem;
import org.parley.hub.flow.Priority;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.PartnerId;

/// What one consignment of the exercise is, before anything happens to it.
///
/// @param mover who carries it outside; `receiver` moves it on the inner side
record Order(
        String id,
        int number,
        AssistanceKind kind,
        PartnerId sender,
        PartnerId receiver,
        PartnerId mover,
        List<PartnerId> authorities,
        Route route,
        Priority priority,
        Store destination,
        List<LineItem> lines) {

    private static final BigDecimal TONNES_IN_A_TRUCK = BigDecimal.valueOf(17);
    private static final BigDecimal CUBIC_METRES_IN_A_TRUCK = BigDecimal.valueOf(58);

    /// A place of delivery inside the area.
    record Store(String site, String area) {

        static final List<Store> ALL =
                List.of(
                        new Store("wh-ansel", "xj05"),
                        new Store("wh-dunes", "xj01"),
                        new Store("wh-mills", "xj07"),
                        new Store("wh-lake", "xj08"));

        static final Store PIER = new Store("wh-pier", "xj02");
        static final Store CLINIC = new Store("clinic-store", "xj03");
    }

    static Order drawn(int number, Dice dice, LocalDate day) {
        var kind =
                dice.weighted(
                        List.of(
                                AssistanceKind.HUMANITARIAN,
                                AssistanceKind.COMMERCIAL,
                                AssistanceKind.LOGISTICAL,
                                AssistanceKind.SECURITY),
                        0.66,
                        0.22,
                        0.08,
                        0.04);
        var sender = sender(kind, dice);
        boolean medical = sender.equals(World.BLUE_LANTERN);
        var receiver = receiver(kind, medical, dice);
        var mover =
                kind != AssistanceKind.COMMERCIAL && sender.equals(World.AGENCY) && dice.chance(0.7)
                        ? World.AGENCY
                        : World.NORTHQUAY;
        var route = dice.weighted(Route.ALL, 64, 34, 58, 22, 46, 30);
        var authorities =
                kind == AssistanceKind.COMMERCIAL || dice.chance(0.35)
                        ? List.of(World.GOODS_OFFICE, World.SUPPLY_OFFICE)
                        : List.of(World.GOODS_OFFICE);
        return new Order(
                "CN-31-%05d".formatted(number),
                number,
                kind,
                sender,
                receiver,
                mover,
                authorities,
                route,
                dice.weighted(List.of(Priority.values()), 0.1, 0.25, 0.65),
                destination(medical, route, receiver, dice),
                lines(kind, medical, dice, day, sender));
    }

    private static PartnerId sender(AssistanceKind kind, Dice dice) {
        return switch (kind) {
            case HUMANITARIAN ->
                    dice.weighted(
                            List.of(
                                    World.AGENCY,
                                    World.HARBOUR_AID,
                                    World.BLUE_LANTERN,
                                    World.KESTERRA),
                            0.5,
                            0.2,
                            0.22,
                            0.08);
            case COMMERCIAL -> World.NORTHQUAY;
            case LOGISTICAL -> dice.weighted(List.of(World.AGENCY, World.MERIDON), 0.7, 0.3);
            case SECURITY -> dice.weighted(List.of(World.KESTERRA, World.MERIDON), 0.6, 0.4);
        };
    }

    private static PartnerId receiver(AssistanceKind kind, boolean medical, Dice dice) {
        return switch (kind) {
            case HUMANITARIAN ->
                    medical
                            ? World.BLUE_LANTERN
                            : dice.weighted(List.of(World.AGENCY, World.TOWNS), 0.65, 0.35);
            case COMMERCIAL -> World.TOWNS;
            case LOGISTICAL -> World.AGENCY;
            case SECURITY -> World.OBSERVERS;
        };
    }

    private static Store destination(boolean medical, Route route, PartnerId receiver, Dice dice) {
        if (medical) {
            return Store.CLINIC;
        }
        if (route == Route.SEA && receiver.equals(World.AGENCY)) {
            return Store.PIER;
        }
        return dice.pick(Store.ALL);
    }

    private static List<LineItem> lines(
            AssistanceKind kind, boolean medical, Dice dice, LocalDate day, PartnerId asks) {
        var wares = new ArrayList<>(medical ? Ware.of(kind, "medical") : Ware.of(kind));
        int count = dice.weighted(List.of(1, 2, 3, 4), 0.5, 0.3, 0.14, 0.06);
        var lines = new ArrayList<LineItem>();
        for (int i = 1; i <= Math.min(count, 4) && !wares.isEmpty(); i++) {
            lines.add(wares.remove(dice.between(0, wares.size() - 1)).line(i, dice, day, asks));
        }
        return List.copyOf(lines);
    }

    /// How many trucks so many of the whole take.
    int trucks(double share) {
        var tonnes = BigDecimal.ZERO;
        var cubicMetres = BigDecimal.ZERO;
        for (var line : lines) {
            tonnes = tonnes.add(or0(line.weightTonnes()));
            cubicMetres = cubicMetres.add(or0(line.volumeM3()));
        }
        var part = BigDecimal.valueOf(share);
        int byWeight = up(tonnes.multiply(part), TONNES_IN_A_TRUCK);
        int byVolume = up(cubicMetres.multiply(part), CUBIC_METRES_IN_A_TRUCK);
        return Math.clamp(Math.max(byWeight, byVolume), 1, 12);
    }

    private static BigDecimal or0(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static int up(BigDecimal amount, BigDecimal per) {
        return amount.divide(per, 0, RoundingMode.UP).intValueExact();
    }

    /// Those who need to know all of it.
    private Set<PartnerId> named() {
        var named = new TreeSet<PartnerId>(authorities);
        named.addAll(List.of(sender, receiver, mover, World.CENTER, World.OBSERVERS));
        return named;
    }

    /// In full for those it concerns; for the others in the operation as wide as its kind allows.
    Label label(PartnerId by) {
        var named = named();
        named.remove(by);
        return Label.between(
                by,
                named,
                switch (kind) {
                    case HUMANITARIAN, LOGISTICAL -> FieldClass.OPERATIONAL;
                    case COMMERCIAL -> FieldClass.COARSE;
                    case SECURITY -> FieldClass.HEADER;
                });
    }

    LineItem line(String line) {
        return lines.stream().filter(item -> item.line().equals(line)).findFirst().orElseThrow();
    }

    Order with(List<LineItem> next) {
        return new Order(
                id,
                number,
                kind,
                sender,
                receiver,
                mover,
                authorities,
                route,
                priority,
                destination,
                List.copyOf(next));
    }

    Order by(Route next) {
        return new Order(
                id,
                number,
                kind,
                sender,
                receiver,
                mover,
                authorities,
                next,
                priority,
                destination,
                lines);
    }
}
