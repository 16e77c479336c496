package org.parley.kernel.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// A number, kept in the decimal text it was written in. The canonical form is that of an IEEE 754
/// double as ECMAScript prints it (RFC 8785), so a text with more digits than a double holds would
/// be signed as another number: [#of(BigDecimal)] refuses such numbers and [#isExact()] tells.
public record JsonNumber(String text) implements JsonValue {

    private static final Pattern FORM =
            Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
    private static final int LONGEST = 400;
    private static final long EXACT_INTEGERS = 1L << 53;

    public JsonNumber {
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            throw new MalformedJson("not a number", 0);
        }
        if (!Double.isFinite(Double.parseDouble(text))) {
            throw new MalformedJson("a number too large for a double", 0);
        }
    }

    /// @throws MalformedJson beyond 2^53, where doubles skip integers
    public static JsonNumber of(long value) {
        if (value > EXACT_INTEGERS || value < -EXACT_INTEGERS) {
            throw new MalformedJson("an integer beyond 2^53", 0);
        }
        return new JsonNumber(Long.toString(value));
    }

    /// @throws MalformedJson when a double cannot hold the value, so that it belongs in a text
    public static JsonNumber of(BigDecimal value) {
        var number = new JsonNumber(value.toString());
        if (!number.isExact()) {
            throw new MalformedJson("a number with more digits than a double holds", 0);
        }
        return number;
    }

    public BigDecimal decimal() {
        return new BigDecimal(text);
    }

    /// Whether the canonical form says the same number as the text.
    public boolean isExact() {
        return new BigDecimal(canonicalText()).compareTo(decimal()) == 0;
    }

    String canonicalText() {
        return EcmaNumber.text(Double.parseDouble(text));
    }

    /// By value as signed: `1.0` equals `1`, both have the canonical form `1`.
    @Override
    public boolean equals(Object other) {
        return other instanceof JsonNumber(var theirs)
                && canonicalText().equals(EcmaNumber.text(Double.parseDouble(theirs)));
    }

    @Override
    public int hashCode() {
        return canonicalText().hashCode();
    }
}
