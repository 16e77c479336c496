package org.parley.hub.api;

import java.util.Optional;
import org.parley.kernel.InvalidValue;

/// Which texts the hub takes. Refused is what cannot be stored or shown as it was meant: NUL (no
/// PostgreSQL text holds it), halves of a surrogate pair (no UTF-8 has them), other control
/// characters, and the embeddings and overrides of the bidirectional algorithm, which let a text
/// read in an order other than the one it is signed in. Mixed directions are welcome: letters,
/// direction marks, and isolates that are closed where they are opened; pages isolate every text.
final class SafeText {

    private static final int LONGEST = 100_000;

    private static final int FIRST_EMBEDDING = 0x202A;
    private static final int LAST_OVERRIDE = 0x202E;
    private static final int FIRST_ISOLATE = 0x2066;
    private static final int LAST_ISOLATE = 0x2068;
    private static final int END_OF_ISOLATE = 0x2069;

    private SafeText() {}

    /// What is wrong with a text, said of no field yet; empty where nothing is.
    static Optional<InvalidValue> problem(String text) {
        if (text.length() > LONGEST) {
            return Optional.of(
                    new InvalidValue(
                            "",
                            "value.too-long",
                            "must be at most {most} characters, was {was}",
                            LONGEST,
                            text.length()));
        }
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            int at = text.codePointAt(i);
            if (Character.isSupplementaryCodePoint(at)) {
                i++;
            } else if (isRefused(at)) {
                return Optional.of(
                        new InvalidValue(
                                "",
                                "value.character",
                                "must not contain the character {character}",
                                "U+%04X".formatted(at)));
            }
            open += at >= FIRST_ISOLATE && at <= LAST_ISOLATE ? 1 : 0;
            open -= at == END_OF_ISOLATE ? 1 : 0;
            if (open < 0) {
                break;
            }
        }
        return open == 0
                ? Optional.empty()
                : Optional.of(
                        new InvalidValue(
                                "",
                                "value.isolates",
                                "must close each direction isolate that it opens"));
    }

    private static boolean isRefused(int character) {
        return Character.isISOControl(character)
                        && character != '\n'
                        && character != '\r'
                        && character != '\t'
                || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE
                || character >= FIRST_EMBEDDING && character <= LAST_OVERRIDE;
    }
}
