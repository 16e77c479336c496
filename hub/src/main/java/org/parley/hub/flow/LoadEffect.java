package org.parley.hub.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// So much more or less of one line in one load at one node.
record LoadEffect(String load, Node node, String consignment, String line, BigDecimal amount) {

    /// What effects on lines do to the loads that they name.
    static List<LoadEffect> of(String consignment, List<Effect> effects) {
        var all = new ArrayList<LoadEffect>();
        for (var effect : effects) {
            var load = effect.load();
            if (load == null) {
                continue;
            }
            var into = effect.measure().into();
            var outOf = effect.measure().outOf();
            if (into != null && isOnTheRoad(into)) {
                all.add(new LoadEffect(load, into, consignment, effect.line(), effect.amount()));
            }
            if (outOf != null && isOnTheRoad(outOf)) {
                all.add(
                        new LoadEffect(
                                load, outOf, consignment, effect.line(), effect.amount().negate()));
            }
        }
        return all;
    }

    // import org.jspecify.annotations.Nullable
    private static boolean isOnTheRoad(Node node) {
        return node == Node.OUTSIDE || node == Node.INSIDE;
    }

    /// What a change of loads does.
    static List<LoadEffect> of(LoadsChange change) {
        var all = new ArrayList<LoadEffect>();
        for (var goods : change.taken()) {
            all.add(of(change.at(), goods, goods.quantity().negate()));
        }
        for (var goods : change.made()) {
            all.add(of(change.at(), goods, goods.quantity()));
        }
        return all;
    }

    private static LoadEffect of(Node node, LoadGoods goods, BigDecimal amount) {
        return new LoadEffect(goods.load(), node, goods.consignment(), goods.line(), amount);
    }

    /// One for each load, node, consignment and line.
    static List<LoadEffect> summed(List<LoadEffect> effects) {
        var sums = new LinkedHashMap<LoadEffect, BigDecimal>();
        for (var effect : effects) {
            sums.merge(effect.of(BigDecimal.ZERO), effect.amount(), BigDecimal::add);
        }
        return sums.entrySet().stream().map(sum -> sum.getKey().of(sum.getValue())).toList();
    }

    private LoadEffect of(BigDecimal next) {
        return new LoadEffect(load, node, consignment, line, next);
    }
}
