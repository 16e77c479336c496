package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;

/// What an authority ruled on one line.
///
/// @param quantity how much it ruled for, in the line's unit: given for a part only
/// @param reasons why not, or not for all; [RefusalReason#NONE_GIVEN] where the authority gave none
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineRuling(
        String line,
        RulingOutcome outcome,
        @Nullable BigDecimal quantity,
        List<RefusalReason> reasons,
        @Nullable String note) {

    public LineRuling {
        Forms.RECORD.required("lines.line", line);
        Checked.given("lines.outcome", outcome);
        quantity = Amounts.optional("lines.quantity", quantity);
        reasons = Checked.any("lines.reasons", reasons, 7);
        Checked.optionalText("lines.note", note, Forms.TEXT);
        if ((outcome == RulingOutcome.IN_PART) != (quantity != null)) {
            throw new InvalidValue(
                    "lines.quantity",
                    "value.ruling-part",
                    "is given for a ruling in part, and only then");
        }
        if (outcome != RulingOutcome.FOR && reasons.isEmpty()) {
            throw new InvalidValue(
                    "lines.reasons",
                    "value.ruling-reason",
                    "must say why; 'none_given' where no reason was given");
        }
    }
}
