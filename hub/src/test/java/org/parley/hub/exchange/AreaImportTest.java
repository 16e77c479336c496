package org.parley.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.exchange.AreaFiles.SURVEYED;
import static org.parley.hub.exchange.AreaFiles.feature;
import static org.parley.hub.exchange.AreaFiles.file;
import static org.parley.hub.exchange.AreaFiles.request;
import static org.parley.hub.exchange.AreaFiles.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.SharedFiles;
import org.parley.hub.places.AreaView;
import org.parley.hub.places.BoundaryView;
import org.parley.hub.places.CrossingDescribed;
import org.parley.hub.places.Position;
import org.parley.hub.places.TestPlaces;
import org.parley.kernel.names.Names;

/// Files of boundaries, as they come and as they should not.
class AreaImportTest {

    private final TestPlaces hub = TestPlaces.open();
    private final AreaImport areas = Importers.areas(hub.journal());

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void bothLevelsOfTheRealDatasetAreTakenOnce() throws IOException {
        var first = take("admin/cod_ab_pse_admin1.geojson", 0);
        var second = take("admin/cod_ab_pse_admin2.geojson", 30);
        long size = hub.cut().size();
        var again = take("admin/cod_ab_pse_admin2.geojson", 30);

        assertThat(first.boundaries()).isEqualTo(2);
        assertThat(first.statements()).isEqualTo(3 + 2);
        assertThat(second.boundaries()).isEqualTo(16);
        assertThat(second.positionsKept()).isLessThan(second.positions() / 2);
        assertThat(second.validFrom()).containsExactly(LocalDate.of(2023, 10, 19));
        assertThat(again.statements()).isZero();
        assertThat(hub.cut().size()).isEqualTo(size);
        var sight = hub.sight(TestPlaces.SOUTH);
        assertThat(hub.places().areas(sight, hub.cut()))
                .hasSize(19)
                .extracting(AreaView::saidBy)
                .containsOnly("north-aid");
        assertThat(hub.places().area(sight, hub.cut(), "ps0275").orElseThrow().source())
                .isEqualTo("OCHA, common operational dataset (COD-AB) v01");
        assertThat(hub.places().boundaries(sight, hub.cut(), "ps0275"))
                .singleElement()
                .satisfies(drawn -> assertThat(drawn.toleranceMetres()).isBetween(1, 60));
        hub.say(
                TestPlaces.SOUTH,
                new CrossingDescribed(
                        "somewhere",
                        "land",
                        Names.of("Somewhere"),
                        null,
                        null,
                        null,
                        new Position(34.25, 31.30),
                        null,
                        null));
        assertThat(hub.places().areasOf(TestPlaces.OPERATION, "somewhere"))
                .containsExactly("ps0275", "ps02", "ps");
    }

    @Test
    void aDryRunSaysNothing() throws IOException {
        var report =
                areas.run(
                        request(Optional.of(SURVEYED), 0, true),
                        stream(file(feature("XE01", "[[[0,0],[1,0],[1,1],[0,0]]]"))));

        assertThat(report.boundaries()).isEqualTo(1);
        assertThat(report.statements()).isZero();
        assertThat(hub.cut().size()).isZero();
    }

    @Test
    void namesOfAllLanguagesAndTheOlderColumnsAreRead() throws IOException {
        var file =
                """
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","properties":{"ADM1_PCODE":"XE01","ADM1_EN":"North",
                   "ADM1_AR":"الشمال","ADM0_PCODE":"XE","ADM0_EN":"Exland","validOn":"2031/02/01"},
                  "geometry":{"type":"Polygon","coordinates":[[[0,0,9],[1,0,9],[1,1,9],[0,0,9]]]}},
                 {"type":"Feature","properties":{"adm1_pcode":"XE02","adm1_name":"South","lang":"en",
                   "adm1_name1":"Sud","lang1":"fr","adm1_name2":null,"lang2":null,
                   "adm0_pcode":"XE","valid_on":"2031-02-01"},
                  "geometry":{"type":"MultiPolygon","coordinates":[[[[2,0],[3,0],[3,1],[2,0]]]]}}]}
                """;

        areas.run(request(Optional.empty(), 0, false), stream(file));

        var sight = hub.sight(TestPlaces.NORTH);
        var north = hub.places().area(sight, hub.cut(), "xe01").orElseThrow();
        assertThat(north.names().in("ar")).isEqualTo("الشمال");
        assertThat(north.parent()).isEqualTo("xe");
        var south = hub.places().area(sight, hub.cut(), "xe02").orElseThrow();
        assertThat(south.names().in("fr")).isEqualTo("Sud");
        assertThat(hub.places().area(sight, hub.cut(), "xe").orElseThrow().names().in("en"))
                .isEqualTo("Exland");
    }

    @Test
    void aLaterDatasetIsANewVersionAndTheOldStaysReadable() throws IOException {
        var early = file(feature("XE01", "[[[0,0],[1,0],[1,1],[0,0]]]"));
        var late = file(feature("XE01", "[[[0,0],[2,0],[2,2],[0,0]]]"));

        areas.run(request(Optional.of(SURVEYED), 0, false), stream(early));
        long size = hub.cut().size();
        areas.run(request(Optional.of(SURVEYED.plusMonths(3)), 0, false), stream(late));

        var sight = hub.sight(TestPlaces.NORTH);
        assertThat(hub.places().boundaries(sight, hub.cut(), "xe01"))
                .extracting(BoundaryView::validFrom)
                .containsExactly(SURVEYED.plusMonths(3), SURVEYED);
        assertThat(hub.places().boundaries(sight, hub.asOf(size), "xe01")).hasSize(1);
    }

    @Test
    void neighboursKeepOneLineBetweenThem() throws IOException {
        var wavy = new StringBuilder();
        for (int i = 1; i < 200; i++) {
            wavy.append("[")
                    .append(1 + 0.0001 * (i % 3))
                    .append(",")
                    .append(i / 200.0)
                    .append("],");
        }
        var back = new StringBuilder();
        for (int i = 199; i > 0; i--) {
            back.append("[")
                    .append(1 + 0.0001 * (i % 3))
                    .append(",")
                    .append(i / 200.0)
                    .append("],");
        }
        var left = "[[[0,0],[1,0]," + wavy + "[1,1],[0,1],[0,0]]]";
        var right = "[[[1,0],[2,0],[2,1],[1,1]," + back + "[1,0]]]";

        var report =
                areas.run(
                        request(Optional.of(SURVEYED), 500, false),
                        stream(file(feature("XE01", left), feature("XE02", right))));

        assertThat(report.positionsKept()).isLessThan(30);
        assertThat(report.farthestMetres()).isBetween(1, 500);
        var sight = hub.sight(TestPlaces.NORTH);
        var one = hub.places().boundaries(sight, hub.cut(), "xe01").getFirst().outline();
        var other = hub.places().boundaries(sight, hub.cut(), "xe02").getFirst().outline();
        assertThat(one).isNotNull();
        assertThat(other).isNotNull();
        assertThat(one.geometry().union(other.geometry()).getArea())
                .isCloseTo(2.0, Offset.offset(1e-9));
        assertThat(one.geometry().intersection(other.geometry()).getArea()).isZero();
    }

    private AreaImportReport take(String file, int simplify) throws IOException {
        try (var in = Files.newInputStream(SharedFiles.file("data/" + file))) {
            return areas.run(request(Optional.empty(), simplify, false), in);
        }
    }
}
