package org.parley.hub.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.kernel.InvalidValue;

class OutlineTest {

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("{\"type\":\"Polygon\",\"coordinates\":[]}", "MultiPolygon"),
                Arguments.of(multi(""), "at least"),
                Arguments.of(multi("[]"), "without a ring"),
                Arguments.of(multi("[[]]"), "0 positions"),
                Arguments.of(multi("[[[0,0],[1,0],[0,0]]]"), "3 positions"),
                Arguments.of(multi("[[[0,0],[1,0],[1,1],[0,1]]]"), "does not close"),
                Arguments.of(multi("[[[0,0],[1,0],[1,null],[0,0]]]"), "null"),
                Arguments.of(multi("[[[0,0,5],[1,0,5],[1,1,5],[0,0,5]]]"), "3 numbers"),
                Arguments.of(multi("[[[0,0],[190,0],[190,1],[0,0]]]"), "-180 to 180"),
                Arguments.of(multi("[[[0,0],[1,0],[1,95],[0,0]]]"), "-90 to 90"),
                Arguments.of(
                        multi("[[[179,0],[-179,0],[-179,1],[179,1],[179,0]]]"), "antimeridian"),
                Arguments.of(multi("[[[0,0],[2,2],[2,0],[0,2],[0,0]]]"), "longitude 1.0"),
                Arguments.of(
                        multi("[[[0,0],[4,0],[4,4],[0,4],[0,0]]],[[[1,1],[2,1],[2,2],[1,1]]]"),
                        "itself"));
    }

    private static String multi(String polygons) {
        return "{\"type\":\"MultiPolygon\",\"coordinates\":[" + polygons + "]}";
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsNoOutlineSaysWhatIsWrong(String json, String says) {
        assertThatThrownBy(() -> TestPlaces.JSON.readValue(json, Outline.class))
                .hasRootCauseInstanceOf(InvalidValue.class)
                .rootCause()
                .hasMessageContaining(says);
    }

    @Test
    void anOutlineIsReadAsItWasWritten() {
        var json = multi("[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2],[2,2],[1,1]]]");

        var outline = TestPlaces.JSON.readValue(json, Outline.class);

        assertThat(outline.geometry().getArea()).isEqualTo(15.5);
        assertThat(
                        TestPlaces.JSON.readValue(
                                TestPlaces.JSON.writeValueAsString(outline), Outline.class))
                .isEqualTo(outline);
    }

    @Test
    void tooFineAnOutlineIsRefused() {
        var ring = new ArrayList<List<Double>>();
        for (int i = 0; i < Outline.MOST + 1; i++) {
            double angle = 2 * Math.PI * i / (Outline.MOST + 1);
            ring.add(List.of(10 + Math.cos(angle), 10 + Math.sin(angle)));
        }
        ring.add(ring.getFirst());

        assertThatThrownBy(() -> Outline.of(List.of(List.of(ring))))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("simplify");
    }
}
