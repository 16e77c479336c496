package org.parley.kernel.json;

import java.math.BigDecimal;

/// A double as ECMAScript's Number::toString prints it, which RFC 8785 prescribes.
final class EcmaNumber {

    private static final double PLAIN_INTEGERS = 1L << 53;

    private EcmaNumber() {}

    static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= PLAIN_INTEGERS) {
            return Long.toString((long) value); // negative zero prints as 0
        }
        var shortest = shortest(value);
        var digits = shortest.unscaledValue().abs().toString();
        int point = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + placed(digits, point);
    }

    /// `Double.toString` gives the fewest digits that tell this double from its neighbours, but
    /// never fewer than two: 4.9E-324 where ECMAScript has 5e-324.
    private static BigDecimal shortest(double value) {
        var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (decimal.precision() == 2) {
            var one = decimal.round(new java.math.MathContext(1));
            if (one.doubleValue() == value) {
                return one;
            }
        }
        return decimal;
    }

    /// The digits with the decimal point after the first `point` of them.
    private static String placed(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= 21) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        int exponent = point - 1;
        return digits.charAt(0)
                + (count == 1 ? "" : "." + digits.substring(1))
                + (exponent < 0 ? "e-" : "e+")
                + Math.abs(exponent);
    }
}
