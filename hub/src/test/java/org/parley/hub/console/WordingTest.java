package org.parley.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every phrase that a page asks for exists, in all four languages, with the same blanks.
class WordingTest {

    private static final Pattern ASKED = Pattern.compile("(?:say|count)\\(\"([a-z.-]+)\"");
    private static final Pattern BLANK = Pattern.compile("\\{\\w+}");

    @Test
    void everyPhraseThatIsAskedForIsWorded() throws IOException {
        var english = file("");
        var missing = new TreeSet<String>();
        for (var folder : new String[] {"src/main/jte", "src/main/java/org/parley/hub/console"}) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var path : files.filter(Files::isRegularFile).toList()) {
                    var asked = ASKED.matcher(Files.readString(path));
                    while (asked.find()) {
                        var key = asked.group(1);
                        if (!key.endsWith(".")
                                && !english.containsKey(key)
                                && !english.containsKey(key + ".other")) {
                            missing.add(path.getFileName() + ": " + key);
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void allLanguagesHaveTheSamePhrasesWithTheSameBlanks() throws IOException {
        var english = file("");
        for (var language : new String[] {"_ar", "_he", "_fr"}) {
            var translated = file(language);
            for (var key : english.stringPropertyNames()) {
                assertThat(translated.getProperty(key)).as(key + language).isNotNull();
                if (key.endsWith(".one")) {
                    continue;
                }
                assertThat(blanks(translated.getProperty(key)))
                        .as(key + language)
                        .isEqualTo(blanks(english.getProperty(key)));
            }
        }
    }

    private static TreeSet<String> blanks(String phrase) {
        var found = new TreeSet<String>();
        BLANK.matcher(phrase).results().forEach(blank -> found.add(blank.group()));
        return found;
    }

    private static Properties file(String language) throws IOException {
        var phrases = new Properties();
        phrases.load(
                new StringReader(
                        Files.readString(
                                Path.of(
                                        "src/main/resources/messages/console"
                                                + language
                                                + ".properties"))));
        return phrases;
    }
}
