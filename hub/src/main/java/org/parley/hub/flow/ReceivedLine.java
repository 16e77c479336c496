package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;

/// How much of one line was received.
///
/// @param received in good condition, in the line's unit
/// @param damaged received and unfit
/// @param missing what should have come and did not, as the receiver reckons
/// @param reasons why it is short or damaged, which the sender is to see
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceivedLine(
        String line,
        BigDecimal received,
        @Nullable BigDecimal damaged,
        @Nullable BigDecimal missing,
        List<ReceiptReason> reasons,
        @Nullable String note) {

    public ReceivedLine {
        Forms.RECORD.required("lines.line", line);
        received = Amounts.required("lines.received", received);
        damaged = Amounts.optional("lines.damaged", damaged);
        missing = Amounts.optional("lines.missing", missing);
        reasons = Checked.any("lines.reasons", reasons, 9);
        Checked.optionalText("lines.note", note, Forms.TEXT);
        if (reasons.isEmpty() && (some(damaged) || some(missing))) {
            throw new InvalidValue(
                    "lines.reasons",
                    "value.short-reason",
                    "must say why it is short or damaged; 'unknown' will do");
        }
    }

    private static boolean some(@Nullable BigDecimal amount) {
        return amount != null && amount.signum() > 0;
    }

    boolean fallsShort() {
        return some(damaged) || some(missing);
    }
}
