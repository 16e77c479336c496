package org.parley.hub.api;

import java.util.Locale;

/// A piece of what somebody sent, on its way into a sentence of ours: short, without characters
/// that could reorder or break the sentence, and in a run of its own where its direction may differ
/// from the sentence's.
final class Piece {

    private static final int LONGEST = 400;
    private static final char ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';
    private static final char REPLACEMENT = '\ufffd';

    private Piece() {}

    static String of(Locale language, String text) {
        var piece = clean(cut(text));
        boolean rightToLeft = language.getLanguage().matches("ar|he");
        boolean turns =
                rightToLeft
                        ? piece.chars().anyMatch(Character::isLetterOrDigit)
                        : piece.chars().anyMatch(Piece::isRightToLeft);
        return turns ? ISOLATE + piece + END_OF_ISOLATE : piece;
    }

    /// At a length that does not echo a whole request.
    static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }

    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> breaks(character) ? REPLACEMENT : character)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean breaks(int character) {
        return Character.isISOControl(character)
                || character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069
                || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private static boolean isRightToLeft(int character) {
        return switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                    true;
            default -> false;
        };
    }
}
