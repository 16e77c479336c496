package org.parley.hub.examples.exercise;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.kernel.id.PartnerId;

/// What people write in free fields, read from `texts.yaml`: each organisation in its own language.
final class Speech {

    private static final String FILE = "texts.yaml";

    record Speaker(PartnerId partner, String language) {}

    record Text(String occasion, Map<String, String> in) {}

    private static final Map<PartnerId, String> LANGUAGES =
            Exercise.FILES.list(FILE, "languages", Speaker.class).stream()
                    .collect(Collectors.toUnmodifiableMap(Speaker::partner, Speaker::language));

    private static final Map<String, List<Text>> TEXTS =
            Exercise.FILES.list(FILE, "texts", Text.class).stream()
                    .collect(Collectors.groupingBy(Text::occasion));

    private Speech() {}

    static String language(PartnerId speaker) {
        return LANGUAGES.getOrDefault(speaker, "en");
    }

    /// What the speaker writes on an occasion for which there is one text.
    static String of(String occasion, PartnerId speaker) {
        return worded(texts(occasion).getFirst(), speaker);
    }

    /// One of several texts for an occasion.
    static String of(String occasion, PartnerId speaker, Dice dice) {
        return worded(dice.pick(texts(occasion)), speaker);
    }

    private static List<Text> texts(String occasion) {
        var texts = TEXTS.get(occasion);
        if (texts == null) {
            throw new IllegalArgumentException("%s has no text for %s".formatted(FILE, occasion));
        }
        return texts;
    }

    private static String worded(Text text, PartnerId speaker) {
        var worded = text.in().get(language(speaker));
        if (worded == null) {
            throw new IllegalArgumentException("%s lacks a language".formatted(text));
        }
        return worded;
    }
}
