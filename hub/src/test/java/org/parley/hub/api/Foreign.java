package org.parley.hub.api;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds English where a reader of another script asked: two Latin words beside each other outside
/// the runs that hold what was sent, or no letter of the reader's script at all. Single words of
/// the API (`outside`, `upTo`) stand as they must be written.
final class Foreign {

    private static final Pattern SENT = Pattern.compile("\u2068[^\u2069]*\u2069");
    private static final Pattern TWO_WORDS = Pattern.compile("\\b[A-Za-z]{2,} (?!AN/)[a-z]{2,}\\b");

    private Foreign() {}

    /// What is foreign in a sentence; empty where nothing is.
    static Optional<String> in(Locale language, String sentence) {
        var script =
                switch (language.getLanguage()) {
                    case "ar" -> Character.UnicodeScript.ARABIC;
                    case "he" -> Character.UnicodeScript.HEBREW;
                    default -> Character.UnicodeScript.LATIN;
                };
        if (sentence.codePoints().noneMatch(c -> Character.UnicodeScript.of(c) == script)) {
            return Optional.of("nothing in its script: " + sentence);
        }
        if (script == Character.UnicodeScript.LATIN) {
            return Optional.empty();
        }
        var ours = SENT.matcher(sentence).replaceAll("·");
        var words = TWO_WORDS.matcher(ours);
        return words.find() ? Optional.of(words.group() + " in: " + sentence) : Optional.empty();
    }
}
