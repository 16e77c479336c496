package org.parley.hub.console;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;

/// Reads amounts as people type them.
final class Amounts {

    private static final String GROUPED = "\\d{1,3}(,\\d{3})+";

    private Amounts() {}

    /// Digits of any script, with the marks that people group them by. A comma stands before the
    /// decimals in French; elsewhere it groups thousands where three digits follow it, so that
    /// `1,000` is never taken for one.
    ///
    /// @return empty where it is no amount, or could be two
    static Optional<BigDecimal> read(String text, Language language) {
        var plain = latin(text).replaceAll("[\\s\\u00a0\\u202f'٬]", "").replace('٫', '.');
        var whole = plain.contains(".") ? plain.substring(0, plain.indexOf('.')) : plain;
        if (whole.matches(GROUPED) && (language != Language.FR || plain.contains("."))) {
            plain = plain.replace(",", "");
        }
        plain = plain.replace(',', '.');
        return plain.matches("\\d{1,12}(\\.\\d{1,9})?")
                ? Optional.of(new BigDecimal(plain))
                : Optional.empty();
    }

    /// A whole number, however it is grouped.
    static Optional<Integer> whole(String text) {
        var digits = latin(text).replaceAll("[\\s\\u00a0\\u202f,.٬']", "");
        return digits.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }

    /// The text with Latin digits.
    private static String latin(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC)
                .codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
