package org.parley.hub.flow;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What goes into a change of loads and what comes out of it.
interface LoadsChange {

    LoadChange change();

    Node at();

    List<LoadGoods> taken();

    List<LoadGoods> made();

    default Set<String> consignments() {
        var all = new TreeSet<String>();
        taken().forEach(goods -> all.add(goods.consignment()));
        made().forEach(goods -> all.add(goods.consignment()));
        return all;
    }
}
