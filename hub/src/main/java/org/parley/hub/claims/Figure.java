package org.parley.hub.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;

/// A number that somebody gives, with what was counted: no figure stands without its rule.
///
/// @param series what it is a figure of, for example `trucks-2025-10`: figures of one series are
///     rivals and stand side by side
/// @param amount exact, as a decimal text
/// @param approximate whether its author said "about"
/// @param rule the counting rule's code
/// @param scope what is in and what is out, in the author's words
/// @param coverage how much of what was expected has reported, in the author's words
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        String series,
        String amount,
        String unit,
        boolean approximate,
        String rule,
        @Nullable String scope,
        @Nullable String coverage) {

    public Figure {
        Forms.SLUG.required("figure.series", series);
        Forms.SLUG.required("figure.unit", unit);
        Forms.SLUG.required("figure.rule", rule);
        Checked.optionalText("figure.scope", scope, 1_000);
        Checked.optionalText("figure.coverage", coverage, 500);
        number(amount);
    }

    public BigDecimal number() {
        return number(amount);
    }

    private static BigDecimal number(String amount) {
        try {
            var number = new BigDecimal(amount);
            if (number.precision() > 30 || Math.abs(number.scale()) > 30) {
                throw new InvalidValue(
                        "figure.amount", "value.digits", "must have at most {most} digits", 30);
            }
            return number;
        } catch (NumberFormatException notANumber) {
            throw new InvalidValue(
                    "figure.amount",
                    "value.number",
                    "must be a decimal number such as 2.5, was '{was}'",
                    amount);
        }
    }
}
