package org.parley.hub.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every sentence of this module stands in all four languages, and every mark has one.
class PlacesWordingTest {

    @ParameterizedTest
    @ValueSource(strings = {"_ar", "_he", "_fr"})
    void eachLanguageHasEachSentence(String language) throws IOException {
        assertThat(file(language).stringPropertyNames()).isEqualTo(file("").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PlaceKinds.PARENT_UNKNOWN,
                PlaceKinds.P_CODE_TAKEN,
                PlaceKinds.AREA_UNKNOWN,
                PlaceKinds.STOP_UNKNOWN,
                CrossingDayKind.CROSSING_UNKNOWN,
                CrossingDayKind.BEFORE_AGREEMENT
            })
    void eachMarkIsWorded(String mark) throws IOException {
        assertThat(file("").getProperty("mark." + mark)).isNotBlank();
    }

    private static Properties file(String language) throws IOException {
        var sentences = new Properties();
        sentences.load(
                new StringReader(
                        Files.readString(
                                Path.of(
                                        "src/main/resources/messages/places"
                                                + language
                                                + ".properties"))));
        return sentences;
    }
}
