package org.parley.hub.exchange.tabular;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers as people write them in tables: signs, groups of three, points or commas, digits of any
/// script. What can be read in two ways is not read at all.
public final class Numbers {

    private static final int MOST_CHARACTERS = 40;
    private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d+)?(E[+-]?\\d{1,2})?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");

    private Numbers() {}

    public static Optional<BigDecimal> parse(String text, DecimalMark mark) {
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        if (isShortAndDigits(text)) {
            return Optional.of(BigDecimal.valueOf(Long.parseLong(text)));
        }
        var plain =
                westernDigits(text).replace('\u2212', '-').replaceAll("[\\s\u00a0\u202f'’]", "");
        if (plain.startsWith("(") && plain.endsWith(")")) {
            plain = "-" + plain.substring(1, plain.length() - 1); // how accountants write it
        }
        boolean negative = plain.startsWith("-");
        var magnitude = negative || plain.startsWith("+") ? plain.substring(1) : plain;
        return withPoint(magnitude, mark)
                .filter(number -> PLAIN.matcher(number).matches())
                .map(BigDecimal::new)
                .map(number -> negative ? number.negate() : number);
    }

    /// Most numbers in tables are such, and nothing about them has to be understood.
    private static boolean isShortAndDigits(String text) {
        if (text.length() > 18) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    /// The same number with a point before the tenths and no groups.
    private static Optional<String> withPoint(String number, DecimalMark mark) {
        int commas = count(number, ',');
        int points = count(number, '.');
        if (commas == 0 && points == 0) {
            return Optional.of(number);
        }
        return switch (mark) {
            case POINT -> grouped(number);
            case COMMA -> grouped(swapped(number));
            case UNDECLARED -> {
                if (commas > 0 && points > 0) {
                    boolean pointLast = number.lastIndexOf('.') > number.lastIndexOf(',');
                    yield grouped(pointLast ? number : swapped(number));
                }
                char only = commas > 0 ? ',' : '.';
                if (count(number, only) > 1) {
                    yield grouped(only == ',' ? number : swapped(number));
                }
                int after = number.length() - number.indexOf(only) - 1;
                yield after == 3 && only == ','
                        ? Optional.empty()
                        : grouped(only == '.' ? number : swapped(number));
            }
        };
    }

    /// Commas are taken for groups only where they stand as groups do.
    private static Optional<String> grouped(String number) {
        if (number.indexOf(',') < 0) {
            return Optional.of(number);
        }
        return GROUPED.matcher(number).matches()
                ? Optional.of(number.replace(",", ""))
                : Optional.empty();
    }

    private static String swapped(String number) {
        return number.replace(',', '\0').replace('.', ',').replace('\0', '.');
    }

    private static int count(String text, char wanted) {
        return (int) text.chars().filter(c -> c == wanted).count();
    }

    /// Digits of any script as 0 to 9, and the Arabic separators as comma and point.
    static String westernDigits(String text) {
        if (Texts.isAscii(text)) {
            return text;
        }
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u066b') {
                out.append('.');
            } else if (c == '\u066c') {
                out.append(',');
            } else if (c >= 0x80 && Character.isDigit(c)) {
                out.append(Character.digit(c, 10));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
