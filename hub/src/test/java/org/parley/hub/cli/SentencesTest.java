package org.parley.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The command line speaks the four languages, and names commands and flags alike in all.
class SentencesTest {

    private static final Pattern KEPT = Pattern.compile("\\{\\d}|--[a-z{][a-z0-9}-]*|FILE|MAPPING");

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(
                "messages.cli", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    private static TreeSet<String> kept(String sentence) {
        var found = new TreeSet<String>();
        KEPT.matcher(sentence).results().forEach(one -> found.add(one.group()));
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "he", "fr"})
    void everySentenceIsWordedWithTheSameBlanksAndFlags(String language) {
        var english = words(Locale.ROOT);
        var translated = words(Locale.forLanguageTag(language));
        assertThat(translated.keySet()).isEqualTo(english.keySet());
        for (var key : english.keySet()) {
            assertThat(kept(translated.getString(key)))
                    .as(key + " " + language)
                    .isEqualTo(kept(english.getString(key)));
            if (!kept(english.getString(key)).contains(english.getString(key))) {
                assertThat(translated.getString(key)).isNotEqualTo(english.getString(key));
            }
        }
    }

    @Test
    void namesKeepTheirDirectionAmongLettersFromTheRight() {
        assertThat(Sentences.say(Locale.ENGLISH, "no-file", "/data/x.csv"))
                .isEqualTo("There is no file /data/x.csv.");
        assertThat(Sentences.say(Locale.forLanguageTag("ar"), "no-file", "/data/x.csv"))
                .contains("\u2068/data/x.csv\u2069");
    }

    @Test
    void whatTheHubIsToldToSpeakGoesBeforeTheSystemsLanguage() {
        assertThat(Spoken.of(Map.of("PARLEY_LANG", "fr", "LC_ALL", "ar_EG.UTF-8")).getLanguage())
                .isEqualTo("fr");
        assertThat(Spoken.of(Map.of("PARLEY_LANG", "", "LANG", "ar_EG.UTF-8")).getLanguage())
                .isEqualTo("ar");
    }
}
