package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.names.Names;

/// One line, what was asked and where it all is: F2, as the lines of a request are said.
///
/// @param names what the goods are called in each language, where whoever asked said so
/// @param balance node by node, from the sender to the destination
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineView(
        String line,
        String category,
        String description,
        @Nullable Names names,
        BigDecimal quantity,
        String unit,
        @Nullable BigDecimal weightTonnes,
        @Nullable BigDecimal volumeM3,
        @Nullable BigDecimal tonnesPerUnit,
        @Nullable LocalDate expiresOn,
        QuantitiesView quantities,
        List<NodeBalance> balance) {}
