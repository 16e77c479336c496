package org.parley.kernel.harm;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Phrases to look for in texts of the hub's four languages, whatever their case, vowel signs,
/// punctuation, articles and conjunctions.
final class Phrases {

    /// The articles and conjunctions that Arabic and Hebrew write as part of the word.
    private static final Pattern PREFIX =
            Pattern.compile("^(?:وال|بال|فال|كال|لل|ال|و|ب|ل|וה|ה|ו|ב|ל|מ|ש)");

    private static final Pattern VOWELS =
            Pattern.compile("[\\u064B-\\u0652\\u0640\\u0591-\\u05C7]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<String> wanted;
    private final List<String> harmless;
    private final int longest;

    /// @param harmless phrases in which a wanted one means something else
    Phrases(List<String> wanted, List<String> harmless) {
        this.wanted = wanted.stream().map(Phrases::plain).collect(Collectors.toUnmodifiableSet());
        this.harmless = harmless.stream().map(Phrases::plain).toList();
        this.longest =
                this.wanted.stream().mapToInt(phrase -> phrase.split(" ").length).max().orElse(1);
    }

    /// The first wanted phrase in the text, as it stands in the list.
    Optional<String> find(String text) {
        var plain = plain(text);
        for (var phrase : harmless) {
            plain = (" " + plain + " ").replace(" " + phrase + " ", " ").strip();
        }
        var words = plain.split(" ");
        for (int from = 0; from < words.length; from++) {
            var phrase = new StringBuilder();
            for (int i = from; i < Math.min(words.length, from + longest); i++) {
                phrase.append(i == from ? "" : " ").append(words[i]);
                var found = phrase.toString();
                if (wanted.contains(found)) {
                    return Optional.of(found);
                }
                var bare = PREFIX.matcher(found).replaceFirst("");
                if (!bare.equals(found) && wanted.contains(bare)) {
                    return Optional.of(bare);
                }
            }
        }
        return Optional.empty();
    }

    private static String plain(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_WORD.matcher(VOWELS.matcher(folded).replaceAll("")).replaceAll(" ").strip();
    }
}
