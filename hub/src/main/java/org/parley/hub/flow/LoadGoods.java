package org.parley.hub.flow;

import java.math.BigDecimal;

/// So much of one line in one load, in the line's unit.
public record LoadGoods(String load, String consignment, String line, BigDecimal quantity) {

    public LoadGoods {
        Forms.RECORD.required("loads.load", load);
        Forms.RECORD.required("loads.consignment", consignment);
        Forms.RECORD.required("loads.line", line);
        quantity = Amounts.positive("loads.quantity", quantity);
    }
}
