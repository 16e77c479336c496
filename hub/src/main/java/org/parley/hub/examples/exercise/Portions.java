package org.parley.hub.examples.exercise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.hub.flow.Goods;
import org.parley.hub.flow.LoadGoods;
import org.parley.hub.flow.StatedFactor;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.quantity.Unit;

/// Parts of a consignment: by line, and by load where loads are told apart. Whole units only.
final class Portions {

    private Portions() {}

    /// As even as whole units come.
    static List<BigDecimal> split(BigDecimal amount, int ways) {
        var each = amount.divide(BigDecimal.valueOf(ways), 0, RoundingMode.DOWN);
        var parts = new ArrayList<BigDecimal>();
        for (int i = 1; i < ways; i++) {
            parts.add(each);
        }
        parts.add(amount.subtract(each.multiply(BigDecimal.valueOf(ways - 1L))));
        return parts;
    }

    static BigDecimal share(BigDecimal amount, double share) {
        return amount.multiply(BigDecimal.valueOf(share)).setScale(0, RoundingMode.DOWN);
    }

    /// So much of every line; lines of which nothing is left over are left out.
    static SortedMap<String, BigDecimal> share(Map<String, BigDecimal> amounts, double share) {
        var part = new TreeMap<String, BigDecimal>();
        amounts.forEach(
                (line, amount) -> part.put(line, share == 1 ? amount : share(amount, share)));
        part.values().removeIf(amount -> amount.signum() == 0);
        return part;
    }

    /// Some of the first line, one unit at least; nothing where there is only one.
    static SortedMap<String, BigDecimal> some(SortedMap<String, BigDecimal> amounts, double share) {
        var part = new TreeMap<String, BigDecimal>();
        if (!amounts.isEmpty()) {
            var line = amounts.firstKey();
            var amount = amounts.getOrDefault(line, BigDecimal.ZERO);
            if (amount.intValue() > 1) {
                part.put(line, share(amount, share).max(BigDecimal.ONE));
            }
        }
        return part;
    }

    static void take(SortedMap<String, BigDecimal> part, SortedMap<String, BigDecimal> from) {
        part.forEach((line, amount) -> from.merge(line, amount, BigDecimal::subtract));
        from.values().removeIf(amount -> amount.signum() == 0);
    }

    static List<Goods> goods(SortedMap<String, BigDecimal> amounts, List<String> loads) {
        var goods = new ArrayList<Goods>();
        amounts.forEach(
                (line, amount) -> {
                    if (loads.isEmpty()) {
                        goods.add(new Goods(line, amount, null, null, null));
                    } else {
                        var each = split(amount, loads.size());
                        for (int i = 0; i < loads.size(); i++) {
                            if (each.get(i).signum() > 0) {
                                goods.add(new Goods(line, each.get(i), null, loads.get(i), null));
                            }
                        }
                    }
                });
        return goods;
    }

    /// The same counted in pallets, by the packing that the sender states, where pallets come
    /// whole.
    static List<Goods> onPallets(
            Order order, SortedMap<String, BigDecimal> amounts, PartnerId counts) {
        var goods = new ArrayList<Goods>();
        amounts.forEach(
                (line, amount) -> {
                    var pallet = BigDecimal.valueOf(Ware.of(order.line(line)).pallet());
                    boolean whole = pallet.signum() > 0 && amount.remainder(pallet).signum() == 0;
                    goods.add(
                            whole
                                    ? new Goods(
                                            line,
                                            amount.divide(pallet, 0, RoundingMode.UNNECESSARY),
                                            Unit.PX,
                                            null,
                                            new StatedFactor(
                                                    pallet,
                                                    null,
                                                    Speech.of("stated-packing", counts)))
                                    : new Goods(line, amount, null, null, null));
                });
        return goods;
    }

    static List<LoadGoods> loads(Order order, String line, BigDecimal amount, List<String> loads) {
        var parts = new ArrayList<LoadGoods>();
        var each = split(amount, loads.size());
        for (int i = 0; i < loads.size(); i++) {
            if (each.get(i).signum() > 0) {
                parts.add(new LoadGoods(loads.get(i), order.id(), line, each.get(i)));
            }
        }
        return parts;
    }

    static List<String> names(Order order, String prefix, int count) {
        var loads = new ArrayList<String>();
        for (int i = 1; i <= count; i++) {
            loads.add("LD-%d-%s%d".formatted(order.number(), prefix, i));
        }
        return loads;
    }
}
