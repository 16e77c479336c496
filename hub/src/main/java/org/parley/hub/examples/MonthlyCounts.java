package org.parley.hub.examples;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.hub.claims.ClaimKind;
import org.parley.hub.claims.Claimed;
import org.parley.hub.claims.Figure;
import org.parley.hub.claims.SaidDate;

/// Monthly counts drawn from the two published lists: rivals month by month, and the agency's own
/// figures as its later vintages revised them.
final class MonthlyCounts {

    /// A figure as it was published on one day.
    record Counted(LocalDate vintage, Claimed claim) {}

    private record Column(
            String name,
            String claim,
            String series,
            String unit,
            String rule,
            String by,
            String says,
            LocalDate vintage) {}

    private static final LocalDate COGAT_VINTAGE = LocalDate.of(2024, 9, 24);

    /// In the order of publication, so that each vintage revises the one before.
    private static final List<Column> COLUMNS =
            List.of(
                    unrwa(LocalDate.of(2024, 9, 11)),
                    new Column(
                            "cogat_land_consignments_as_of_2024-09-24",
                            "cogat-consignments",
                            "loads",
                            "load",
                            "entered-after-screening",
                            "COGAT",
                            "Consignments that entered by land",
                            COGAT_VINTAGE),
                    new Column(
                            "cogat_land_tons",
                            "cogat-tons",
                            "tons",
                            "t",
                            "entered-after-screening",
                            "COGAT",
                            "Tonnes that entered by land",
                            COGAT_VINTAGE),
                    new Column(
                            "cogat_private_sector_consignments",
                            "cogat-private",
                            "private-loads",
                            "load",
                            "entered-after-screening",
                            "COGAT",
                            "Private-sector consignments that entered",
                            COGAT_VINTAGE),
                    unrwa(LocalDate.of(2024, 11, 11)),
                    unrwa(LocalDate.of(2025, 1, 19)));

    private MonthlyCounts() {}

    private static Column unrwa(LocalDate vintage) {
        return new Column(
                "unrwa_trucks_as_of_" + vintage,
                "unrwa-trucks",
                "loads",
                "load",
                "received-at-crossing",
                "UNRWA",
                "Trucks received at the crossings",
                vintage);
    }

    static List<Counted> read(String csv) {
        var lines = csv.lines().toList();
        var header = List.of(lines.getFirst().split(",", -1));
        var counted = new ArrayList<Counted>();
        for (var column : COLUMNS) {
            int at = header.indexOf(column.name());
            for (var line : lines.subList(1, lines.size())) {
                var cells = line.split(",", -1);
                if (!cells[at].isEmpty()) {
                    counted.add(counted(column, YearMonth.parse(cells[0]), cells[at]));
                }
            }
        }
        return List.copyOf(counted);
    }

    private static Counted counted(Column column, YearMonth month, String amount) {
        return new Counted(
                column.vintage(),
                new Claimed(
                        column.claim() + "-" + month,
                        ClaimKind.COUNT,
                        "Assistance and goods, month by month",
                        "%s in %s, as published by %s."
                                .formatted(column.says(), month, column.vintage()),
                        column.by(),
                        null,
                        null,
                        null,
                        new SaidDate(null, column.vintage(), column.vintage(), false),
                        new SaidDate(null, month.atDay(1), month.atEndOfMonth(), false),
                        new Figure(
                                column.series() + "-" + month,
                                amount,
                                column.unit(),
                                false,
                                column.rule(),
                                "one row of the published list, about one truck",
                                null),
                        Map.of("vintage", column.vintage().toString())));
    }
}
