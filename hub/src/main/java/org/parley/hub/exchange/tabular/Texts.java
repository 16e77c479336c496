package org.parley.hub.exchange.tabular;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Texts in cells: what is trimmed, what is only flagged, and when two spellings are one word.
public final class Texts {

    private static final Pattern NOT_A_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Texts() {}

    /// Without surrounding white space, no-break spaces and byte order marks included.
    public static String trimmed(CharSequence text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return from == to ? "" : text.subSequence(from, to).toString();
    }

    private static boolean isSpace(char c) {
        return c <= ' ' && c != 0 || c == '\u00a0' || c == '\ufeff' || Character.isSpaceChar(c);
    }

    /// Whether the text holds characters that can make it read differently from what it says:
    /// control characters, and the marks that override the direction of writing. Arabic and Hebrew
    /// beside Latin letters are ordinary and not meant.
    public static boolean deceptive(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
            boolean override = c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
            if (control || override || c == '\ufffd') {
                return true;
            }
        }
        return false;
    }

    /// Without the characters that PostgreSQL text cannot hold or that are no characters at all.
    public static String storable(String text) {
        if (isPlain(text)) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF) ? 0xFFFD : c)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /// The form under which spellings of one word meet: no case, accents, points or punctuation.
    public static String folded(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return NOT_A_LETTER_OR_DIGIT
                .matcher(plain.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
