package org.parley.hub.exchange.tabular;

/// Keeps a text a text when a spreadsheet opens it: a cell that begins like a formula gets an
/// apostrophe in front (OWASP ASVS 5.0, 1.2.10). Plain numbers stay numbers.
public final class SafeCell {

    private static final String STARTERS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20|%";

    private SafeCell() {}

    public static String of(String text) {
        int first = 0;
        while (first < text.length() && isPassedOver(text.charAt(first))) {
            first++;
        }
        if (first == text.length() || STARTERS.indexOf(text.charAt(first)) < 0) {
            return text;
        }
        return isNumber(text) ? text : "'" + text;
    }

    /// Spreadsheets skip spaces and signs that show nothing, such as a byte order mark.
    private static boolean isPassedOver(char sign) {
        return sign == ' ' || Character.getType(sign) == Character.FORMAT;
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?\\d{1,30}([.,]\\d{1,30})?%?");
    }
}
