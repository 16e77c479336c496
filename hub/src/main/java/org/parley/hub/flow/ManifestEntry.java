package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.quantity.Unit;

/// So much of one line on a manifest.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ManifestEntry(
        String consignment,
        String line,
        BigDecimal quantity,
        @Nullable Unit unit,
        @Nullable StatedFactor factor) {

    public ManifestEntry {
        Forms.RECORD.required("entries.consignment", consignment);
        Forms.RECORD.required("entries.line", line);
        quantity = Amounts.positive("entries.quantity", quantity);
    }

    Goods goods() {
        return new Goods(line, quantity, unit, null, factor);
    }
}
