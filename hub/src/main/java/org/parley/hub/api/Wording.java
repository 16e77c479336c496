package org.parley.hub.api;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The sentences of all modules' message files, with `{name}` replaced by facts.
@Component
public class Wording {

    private final Map<String, Properties> byLanguage = new HashMap<>();

    Wording() {
        try {
            var files =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:messages/*.properties");
            for (var file : files) {
                read(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(Resource file) throws IOException {
        var name = String.valueOf(file.getFilename()).replace(".properties", "");
        int mark = name.lastIndexOf('_');
        var language = mark < 0 ? "en" : name.substring(mark + 1);
        try (var text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            byLanguage.computeIfAbsent(language, _ -> new Properties()).load(text);
        }
    }

    /// The sentence under a key, in English where the language lacks it.
    public Optional<String> find(Locale language, String key, Map<String, ?> facts) {
        return pattern(language.getLanguage(), key)
                .or(() -> pattern("en", key))
                .map(pattern -> filled(pattern, facts));
    }

    /// All keys that begin so, in order.
    SortedSet<String> keys(String beginning) {
        var keys = new TreeSet<String>();
        for (var sentences : byLanguage.values()) {
            sentences.stringPropertyNames().stream()
                    .filter(key -> key.startsWith(beginning))
                    .forEach(keys::add);
        }
        return keys;
    }

    private Optional<String> pattern(String language, String key) {
        return Optional.ofNullable(byLanguage.get(language))
                .map(sentences -> sentences.getProperty(key));
    }

    private static String filled(String pattern, Map<String, ?> facts) {
        var text = pattern.replace("''", "'");
        for (var fact : facts.entrySet()) {
            text = text.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
        }
        return text;
    }
}
