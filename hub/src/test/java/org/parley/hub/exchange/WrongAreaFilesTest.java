package org.parley.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.parley.hub.exchange.AreaFiles.SURVEYED;
import static org.parley.hub.exchange.AreaFiles.feature;
import static org.parley.hub.exchange.AreaFiles.file;
import static org.parley.hub.exchange.AreaFiles.request;
import static org.parley.hub.exchange.AreaFiles.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.hub.api.Languages;
import org.parley.hub.api.TestWording;
import org.parley.hub.exchange.tabular.Unreadable;
import org.parley.hub.places.TestPlaces;
import org.parley.kernel.InvalidValue;

/// Files of boundaries as they should not be: each is refused by feature, and nothing is taken.
class WrongAreaFilesTest {

    private static final TestPlaces HUB = TestPlaces.open();
    private final AreaImport areas = Importers.areas(HUB.journal());

    @AfterAll
    static void close() {
        HUB.close();
    }

    static Stream<Arguments> wrong() {
        var good = feature("XE01", "[[[0,0],[1,0],[1,1],[0,0]]]");
        return Stream.of(
                Arguments.of("", "areas-not-geojson", "GeoJSON"),
                Arguments.of("ID,Name\n1,2\n", "areas-not-geojson", "line 1"),
                Arguments.of("[1]", "areas-not-geojson", "object"),
                Arguments.of("{\"type\":\"Topology\"}", "areas-not-geojson", "Topology"),
                Arguments.of(file(), "areas-not-geojson", "no features"),
                Arguments.of(file(good).substring(0, 90), "areas-not-geojson", "cut off"),
                Arguments.of(
                        file(good)
                                .replace(
                                        "\"features\"",
                                        "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:28191\"}},\"features\""),
                        "areas-crs",
                        "EPSG:28191"),
                Arguments.of(
                        file(good, good.replace("adm1_pcode", "code")),
                        "areas-no-pcode",
                        "Feature 2"),
                Arguments.of(file(good, good), "areas-pcode-twice", "XE01"),
                Arguments.of(
                        file(feature("X1-!", "[[[0,0],[1,0],[1,1],[0,0]]]")),
                        "areas-feature",
                        "Feature 1"),
                Arguments.of(bad("[[[0,0],[1,0],[1,1],[0,1]]]"), "areas-feature", "does not close"),
                Arguments.of(bad("[[[0,0],[1,0],[0,0]]]"), "areas-feature", "3 positions"),
                Arguments.of(bad("[[[0,0],[2,2],[2,0],[0,2],[0,0]]]"), "areas-feature", "mend it"),
                Arguments.of(
                        bad("[[[179,0],[-179,0],[-179,1],[179,0]]]"),
                        "areas-feature",
                        "cut it there"),
                Arguments.of(
                        bad("[[[0,0],[400000,0],[1,1],[0,0]]]"), "areas-feature", "-180 to 180"),
                Arguments.of(bad("[[[0,0],[1],[1,1],[0,0]]]"), "areas-feature", "latitude"),
                Arguments.of(bad("[[[0,0],[1,0,3,4],[1,1],[0,0]]]"), "areas-feature", "height"),
                Arguments.of(bad("[[0,0],[1,0],[1,1],[0,0]]"), "areas-feature", "brackets"),
                Arguments.of(bad("[[[[[0,0]]]]]"), "areas-feature", "Feature 2"),
                Arguments.of(bad("[[[\"a\",\"b\"]]]"), "areas-feature", "Feature 2"),
                Arguments.of(
                        bad("[[[1e999999999,0],[1,0],[1,1],[0,0]]]"), "areas-feature", "Feature 2"),
                Arguments.of(
                        bad("[[[%s,0],[1,0],[1,1],[0,0]]]".formatted("9".repeat(100_000))),
                        "areas-not-geojson",
                        ""),
                Arguments.of(bad("[".repeat(100_000)), "areas-feature", "Feature 2"),
                Arguments.of("{\"a\":".repeat(100_000), "areas-not-geojson", ""),
                Arguments.of(bad("[]"), "areas-feature", "Feature 2"),
                Arguments.of(
                        file(good, feature("XE02", "[0,0]").replace("\"Polygon\"", "\"Point\"")),
                        "areas-feature",
                        "'Point'"),
                Arguments.of(
                        file(
                                good,
                                "{\"type\":\"Feature\",\"properties\":{\"adm1_pcode\":\"XE02\"},\"geometry\":null}"),
                        "areas-feature",
                        "no geometry"),
                Arguments.of(file(good, "7"), "areas-feature", "no object"));
    }

    private static String bad(String rings) {
        return file(feature("XE01", "[[[0,0],[1,0],[1,1],[0,0]]]"), feature("XE02", rings));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongFileSaysWhereAndWhatToDoAndNothingIsTaken(
            String file, String code, String mentions) {
        var refused =
                catchThrowableOfType(
                        Unreadable.class,
                        () -> areas.run(request(Optional.of(SURVEYED), 0, false), stream(file)));

        assertThat(refused.why().code()).isEqualTo("exchange." + code);
        for (var language : Languages.SPOKEN) {
            var sentence =
                    TestWording.all()
                            .find(
                                    language,
                                    "refusal." + refused.why().code(),
                                    refused.why().facts())
                            .orElseThrow();
            assertThat(sentence).doesNotContain("{");
            if (language.getLanguage().equals("en")) {
                assertThat(sentence).contains(mentions);
            }
        }
        assertThat(HUB.cut().size()).isZero();
    }

    @Test
    void aBoundaryWithoutADayIsRefused() {
        assertThatThrownBy(
                        () ->
                                areas.run(
                                        request(Optional.empty(), 0, false),
                                        stream(
                                                file(
                                                        feature(
                                                                "XE01",
                                                                "[[[0,0],[1,0],[1,1],[0,0]]]")))))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("areas-no-day");
    }

    @Test
    void aFileThatUnpacksWithoutEndIsStopped() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"type\":\"FeatureCollection\",\"x\":[".getBytes(StandardCharsets.UTF_8));
            var zeros = "0,".repeat(1 << 19).getBytes(StandardCharsets.UTF_8);
            for (int megabyte = 0; megabyte < 130; megabyte++) {
                gzip.write(zeros);
            }
        }
        assertThat(packed.size()).isLessThan(1 << 20);

        assertThatThrownBy(
                        () ->
                                areas.run(
                                        request(Optional.of(SURVEYED), 0, false),
                                        new ByteArrayInputStream(packed.toByteArray())))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("areas-too-large");
    }

    @Test
    void tooFineAnOutlineIsStoppedWhileItIsRead() {
        var ring = "[0,0],".repeat(260_000);

        assertThatThrownBy(
                        () ->
                                areas.run(
                                        request(Optional.of(SURVEYED), 0, false),
                                        stream(file(feature("XE01", "[[" + ring + "[0,0]]]")))))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("250000 positions");
    }

    @Test
    void whateverIsBrokenInAFileIsRefusedAndNeverFails() throws IOException {
        long seed = Long.getLong("seed", 20_261_125L);
        var random = RandomGeneratorFactory.getDefault().create(seed);
        var good =
                file(feature("XE01", "[[[0,0],[1,0],[1,1],[0,0]]]"))
                        .getBytes(StandardCharsets.UTF_8);
        int refusals = 0;
        for (int round = 0; round < 3_000; round++) {
            var bytes = good.clone();
            for (int change = 0; change <= random.nextInt(3); change++) {
                bytes[random.nextInt(bytes.length)] =
                        (byte) "[]{}\",:0-9.eE\\xn".charAt(random.nextInt(16));
            }
            try {
                areas.run(request(Optional.of(SURVEYED), 0, true), new ByteArrayInputStream(bytes));
            } catch (Unreadable | InvalidValue expected) {
                refusals++;
            } catch (RuntimeException other) {
                throw new AssertionError(
                        "seed %d: %s".formatted(seed, new String(bytes, StandardCharsets.UTF_8)),
                        other);
            }
        }
        assertThat(refusals).as("seed %d", seed).isPositive();
    }
}
