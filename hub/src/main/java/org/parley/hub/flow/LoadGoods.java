package org.parley.hub.flow;

import java.math.BigDecimal;

/// So much of one line in one load, in the line's unit.
public record LoadGoods(String load, String consignment, String line, BigDecimal quantity) {

    public LoadGoods {
        Checked.record("loads.load", load);
        Checked.record("loads.consignment", consignment);
        Checked.record("loads.line", line);
        quantity = Checked.positive("loads.quantity", quantity);
    }
}
