package org.parley.hub.api;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The sentences of all modules' message files, with `{name}` replaced by facts.
@Component
public class Wording {

    private static final Pattern BLANK = Pattern.compile("\\{(\\w[\\w-]*)}");

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
                .map(pattern -> filled(language, pattern, facts));
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

    /// What is wrong with a value, after its field's name.
    public String of(Locale language, InvalidValue value) {
        return find(language, "fault." + value.code(), value.facts()).orElse(value.problem());
    }

    /// Facts as a program reads them, values that cannot be among them as sentences.
    Map<String, Object> plain(Locale language, Map<String, ?> facts) {
        var plain = new LinkedHashMap<String, Object>();
        facts.forEach((name, fact) -> plain.put(name, plain(language, fact)));
        return plain;
    }

    private Object plain(Locale language, Object fact) {
        return switch (fact) {
            case InvalidValue value when value.field().isEmpty() -> of(language, value);
            case InvalidValue value -> value.field() + ": " + of(language, value);
            case String text -> Piece.cut(text);
            case Number number -> number;
            case Boolean yes -> yes;
            default -> Piece.cut(String.valueOf(fact));
        };
    }

    private String filled(Locale language, String pattern, Map<String, ?> facts) {
        return BLANK.matcher(pattern.replace("''", "'"))
                .replaceAll(
                        blank ->
                                Matcher.quoteReplacement(
                                        facts.containsKey(blank.group(1))
                                                ? filled(language, facts.get(blank.group(1)))
                                                : blank.group()));
    }

    private String filled(Locale language, @Nullable Object fact) {
        return fact instanceof InvalidValue
                ? String.valueOf(plain(language, fact))
                : Piece.of(language, String.valueOf(fact));
    }
}
