package org.parley.hub.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Whatever this module can answer in a code is worded in all four languages.
class FlowWordingTest {

    private static final List<String> LANGUAGES = List.of("", "_ar", "_fr", "_he");
    private static final Pattern CODE = Pattern.compile("\"(flow\\.[a-z0-9-]+)\"");

    private static Properties words(String language) throws IOException {
        return words("flow", language);
    }

    private static Properties words(String bundle, String language) throws IOException {
        var words = new Properties();
        var file = "/messages/" + bundle + language + ".properties";
        try (var text =
                new InputStreamReader(
                        requireNonNull(FlowWordingTest.class.getResourceAsStream(file)),
                        StandardCharsets.UTF_8)) {
            words.load(text);
        }
        return words;
    }

    @Test
    void allLanguagesHaveTheSameKeys() throws IOException {
        var english = words("").stringPropertyNames();
        for (var language : LANGUAGES) {
            assertThat(words(language).stringPropertyNames())
                    .as(language)
                    .containsExactlyInAnyOrderElementsOf(english);
        }
    }

    @Test
    void everyCodeInTheSourcesIsWorded() throws IOException {
        var keys = new HashSet<>(words("").stringPropertyNames());
        // What awaits an answer is worded by the page that lists it, for all features.
        keys.addAll(words("console", "").stringPropertyNames());
        var sources = Path.of("src/main/java/org/parley/hub/flow");
        try (var files = Files.list(sources)) {
            for (var file : files.toList()) {
                var codes = CODE.matcher(Files.readString(file));
                while (codes.find()) {
                    var code = codes.group(1);
                    if (!code.endsWith("-")) {
                        assertThat(keys)
                                .as("%s in %s", code, file.getFileName())
                                .containsAnyOf(
                                        "refusal." + code,
                                        "mark." + code,
                                        "rule." + code,
                                        "type." + code,
                                        "awaited." + code);
                    }
                }
            }
        }
        for (var step : ShareSql.STEPS.keySet()) {
            assertThat(keys).contains("rule.flow." + step);
        }
    }

    @Test
    void everyMarkIsWorded() throws IOException, IllegalAccessException {
        var keys = words("").stringPropertyNames();
        for (var field : Marks.class.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                assertThat(keys).contains("mark." + field.get(null));
            }
        }
    }
}
