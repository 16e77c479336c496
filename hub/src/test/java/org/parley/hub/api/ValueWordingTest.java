package org.parley.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.kernel.InvalidValue;

/// Whatever can be wrong with a value has a code, and every code is worded in all four languages,
/// in English as beside the code.
class ValueWordingTest {

    private static final Pattern WORDED =
            Pattern.compile("\"(value\\.[a-z0-9-]+)\",\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern BARE =
            Pattern.compile("new InvalidValue\\(\\s*[^,;]+,\\s*\"(?!value\\.)");
    private static final Pattern BLANK = Pattern.compile("\\{\\w+}");

    private final Wording wording = new Wording();

    @Test
    void everyCodeIsWordedAndEnglishIsWhatTheCodeStandsBeside() throws IOException {
        var found = new TreeMap<String, String>();
        for (var file : sources("../kernel/src/main/java", "src/main/java")) {
            var worded = WORDED.matcher(Files.readString(file));
            while (worded.find()) {
                var english = worded.group(2).replace("\\\"", "\"");
                var other = found.put(worded.group(1), english);
                assertThat(other).as("%s in %s", worded.group(1), file).isIn(null, english);
            }
        }
        var keys = new TreeSet<String>();
        found.keySet().forEach(code -> keys.add("fault." + code));
        keys.add("fault.value.unreadable");
        assertThat(wording.keys("fault.")).isEqualTo(keys);
        found.forEach(
                (code, english) ->
                        assertThat(sentence(Locale.ENGLISH, code)).as(code).isEqualTo(english));
    }

    @Test
    void everyCodeIsWordedInEachScriptWithTheSameBlanks() {
        for (var key : wording.keys("fault.")) {
            var code = key.substring("fault.".length());
            var blanks = blanks(sentence(Locale.ENGLISH, code));
            for (var language : Languages.SPOKEN) {
                var sentence = sentence(language, code);
                assertThat(blanks(sentence)).as("%s %s", code, language).isEqualTo(blanks);
                assertThat(Foreign.in(language, sentence)).as("%s %s", code, language).isEmpty();
            }
            assertThat(sentence(Locale.FRENCH, code)).isNotEqualTo(sentence(Locale.ENGLISH, code));
        }
    }

    /// Only what an operator configures, and no partner sends, may go without a code.
    @Test
    void nothingThatAPartnerSendsIsRefusedWithoutACode() throws IOException {
        var bare = new TreeSet<String>();
        for (var file : sources("src/main/java")) {
            if (BARE.matcher(Files.readString(file)).find()) {
                bare.add(String.valueOf(file.getFileName()));
            }
        }
        assertThat(bare).containsExactly("Call.java", "HttpWitness.java", "Witness.java");
    }

    @Test
    void whatWasSentStandsInARunOfItsOwnAndCannotReorderTheSentence() {
        var arabic = Locale.forLanguageTag("ar");
        var sent =
                new InvalidValue(
                        "x", "value.uuid", "must be a UUID, was '{was}'", "a\u202Eb {was}");

        assertThat(wording.of(arabic, sent)).contains("\u2068a\ufffdb {was}\u2069");
        assertThat(wording.of(Locale.ENGLISH, sent))
                .isEqualTo("must be a UUID, was 'a\ufffdb {was}'");
        assertThat(
                        wording.of(
                                Locale.ENGLISH,
                                new InvalidValue(
                                        "x", "value.uuid", "must be a UUID, was '{was}'", "سلام")))
                .isEqualTo("must be a UUID, was '\u2068سلام\u2069'");
    }

    private String sentence(Locale language, String code) {
        return wording.find(language, "fault." + code, Map.of()).orElseThrow();
    }

    private static TreeSet<String> blanks(String sentence) {
        var blanks = new TreeSet<String>();
        BLANK.matcher(sentence).results().forEach(blank -> blanks.add(blank.group()));
        return blanks;
    }

    private static List<Path> sources(String... folders) throws IOException {
        var sources = new java.util.ArrayList<Path>();
        for (var folder : folders) {
            try (var files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }
}
