package org.parley.hub.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that a draft knows of one consignment as the log stands, written or not.
final class Known {

    /// A line under a label.
    record LineLabel(String line, int label) {}

    /// A line in a load at a node, under a label.
    record InLoad(String load, Node node, String line, int label) {}

    private @Nullable Consignment consignment;
    private boolean changed;
    private boolean told;
    private final Map<LineLabel, Tally> tallies = new HashMap<>();
    private final Map<Integer, Standing> standings = new HashMap<>();
    private final Map<InLoad, BigDecimal> loads = new HashMap<>();
    private final List<Told> unwritten = new ArrayList<>();

    /// @param told whether anything was said of it
    Known(@Nullable Consignment consignment, boolean told) {
        this.consignment = consignment;
        this.told = told;
    }

    @Nullable Consignment consignment() {
        return consignment;
    }

    void change(Consignment next) {
        if (!next.equals(consignment)) {
            consignment = next;
            changed = true;
        }
    }

    boolean changed() {
        return changed;
    }

    boolean told() {
        return told;
    }

    void tell(Told what) {
        told = true;
        unwritten.add(what);
    }

    List<Told> unwritten() {
        return unwritten;
    }

    Map<LineLabel, Tally> tallies() {
        return tallies;
    }

    Map<Integer, Standing> standings() {
        return standings;
    }

    Map<InLoad, BigDecimal> loads() {
        return loads;
    }

    void written() {
        changed = false;
        unwritten.clear();
    }
}
