package org.parley.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.hub.SharedFiles;
import org.parley.hub.claims.ObservedRow;
import org.parley.hub.exchange.tabular.Limits;
import org.parley.hub.exchange.tabular.Table;

/// The two real lists, read by their mappings and compared with figures that were derived from them
/// by other means.
class RealRegistersTest {

    private static final String FLOW = "data/flow/";

    @Test
    void everyTruckOfTheLaterVintageIsTaken() throws IOException {
        var rows = taken("unrwa_trucks_vintage_2024-11-11.csv.gz", "unrwa-trucks");

        assertThat(rows).hasSize(37_373);
        assertThat(rows.stream().map(ObservedRow::key).distinct()).hasSize(37_373);
        assertThat(byDay(rows, "unrwa-trucks,2024-11-11"))
                .isEqualTo(derived("unrwa-trucks,2024-11-11"));
        assertThat(byMonth(rows)).isEqualTo(reconciled("unrwa_trucks_as_of_2024-11-11"));
    }

    @Test
    void everyTruckOfTheEarlierVintageIsTaken() throws IOException {
        var rows = taken("unrwa_trucks_vintage_2024-09-11.csv.gz", "unrwa-trucks");

        assertThat(rows).hasSize(35_521);
        assertThat(byDay(rows, "unrwa-trucks,2024-09-11"))
                .isEqualTo(derived("unrwa-trucks,2024-09-11"));
        assertThat(byMonth(rows)).isEqualTo(reconciled("unrwa_trucks_as_of_2024-09-11"));
    }

    @Test
    void everyConsignmentOfTheAuthorityIsTaken() throws IOException {
        var rows = taken("cogat_consignments_2024-09-24.csv.gz", "cogat-consignments");

        assertThat(rows).hasSize(52_479);
        assertThat(byDay(rows, "cogat-consignments,2024-09-24"))
                .isEqualTo(derived("cogat-consignments,2024-09-24"));
        var land = rows.stream().filter(row -> "Land Crossings".equals(row.place())).toList();
        assertThat(byMonth(land)).isEqualTo(reconciled("cogat_land_consignments_as_of_2024-09-24"));
        assertThat(tonsByMonth(land)).isEqualTo(reconciled("cogat_land_tons"));
    }

    @Test
    void oddRowsAreKeptFlaggedAndCountable() {
        var trucks = taken("unrwa_trucks_vintage_2024-11-11.csv.gz", "unrwa-trucks");

        assertThat(flags(trucks))
                .containsEntry("quantity-not-positive", 102L)
                .containsEntry("destination-blank", 6_990L)
                .containsEntry("unit-blank", 1_184L)
                .doesNotContainKey("quantity-blank");
        assertThat(trucks)
                .filteredOn(row -> "1650".equals(row.quantity()) && "Pallets".equals(row.unit()))
                .singleElement()
                .satisfies(row -> assertThat(row.flags()).contains("quantity-implausible"));
        assertThat(trucks.stream().map(ObservedRow::donor).distinct())
                .as("433 in the file, two of which differ by a space at their end")
                .hasSize(432);
    }

    @Test
    void theAuthoritysRepeatedNumberNamesTwoRows() {
        var rows = taken("cogat_consignments_2024-09-24.csv.gz", "cogat-consignments");

        assertThat(rows)
                .filteredOn(row -> row.key().startsWith("51304"))
                .extracting(ObservedRow::key)
                .containsExactly("51304", "51304#2");
        assertThat(flags(rows))
                .containsEntry("key-repeated", 1L)
                .containsEntry("quantity-blank", 978L);
    }

    private static List<ObservedRow> taken(String file, String mapping) {
        var table = Table.at(SharedFiles.file(FLOW + file), Limits.usual(), Optional.empty());
        var keys = new Fingerprints();
        var rows = new ArrayList<ObservedRow>();
        try (var opened = new Opened(table, Mappings.find(mapping).orElseThrow(), keys)) {
            for (var row = opened.next(); row != null; row = opened.next()) {
                var observed = ((ReadRow.Taken) row).row();
                keys.see(observed.key(), observed.hash());
                rows.add(observed);
            }
        }
        return rows;
    }

    private static Map<String, Long> flags(List<ObservedRow> rows) {
        return counted(
                rows.stream().flatMap(row -> row.flags().stream()).toList(), Function.identity());
    }

    private static Map<String, Long> byMonth(List<ObservedRow> rows) {
        return counted(rows, row -> row.date().toString().substring(0, 7));
    }

    private static Map<String, Long> tonsByMonth(List<ObservedRow> rows) {
        var tons = new TreeMap<String, Double>();
        for (var row : rows) {
            if (row.quantity() != null) {
                tons.merge(
                        row.date().toString().substring(0, 7),
                        Double.valueOf(row.quantity()),
                        Double::sum);
            }
        }
        var rounded = new TreeMap<String, Long>();
        tons.forEach((month, sum) -> rounded.put(month, Math.round(sum)));
        return rounded;
    }

    private static Map<String, Long> byDay(List<ObservedRow> rows, String series) {
        return counted(
                rows,
                row ->
                        String.join(
                                ",",
                                series,
                                row.date().toString(),
                                blank(row.place()),
                                blank(row.category()),
                                blank(row.assistance())));
    }

    private static String blank(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> Map<String, Long> counted(List<T> items, Function<T, String> name) {
        return items.stream()
                .collect(Collectors.groupingBy(name, TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> derived(String series) throws IOException {
        var counts = new TreeMap<String, Long>();
        for (var line : lines("derived_daily_counts.csv")) {
            if (line.startsWith(series + ",")) {
                int comma = line.lastIndexOf(',');
                counts.put(line.substring(0, comma), Long.valueOf(line.substring(comma + 1)));
            }
        }
        return counts;
    }

    private static Map<String, Long> reconciled(String column) throws IOException {
        var lines = lines("derived_monthly_reconciliation.csv");
        int at = List.of(lines.getFirst().split(",", -1)).indexOf(column);
        var counts = new TreeMap<String, Long>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",", -1);
            if (!cells[at].isEmpty()) {
                counts.put(cells[0], Long.valueOf(cells[at]));
            }
        }
        return counts;
    }

    private static List<String> lines(String file) throws IOException {
        Path path = SharedFiles.file(FLOW + file);
        return Files.readAllLines(path);
    }
}
