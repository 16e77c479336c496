package org.parley.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.hub.api.TestWording;
import org.parley.hub.claims.RegisterId;
import org.parley.hub.claims.TestClaims;
import org.parley.hub.claims.TotalsBy;
import org.parley.hub.exchange.ExportTable.ExportColumn;
import org.parley.hub.exchange.tabular.Layout;
import org.parley.hub.exchange.tabular.Limits;
import org.parley.hub.exchange.tabular.Line;
import org.parley.hub.exchange.tabular.Table;

class ExportsTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(ExportForm.class)
    void noCellThatLeavesIsAFormulaAndOurOwnReaderUnderstandsTheTags(ExportForm form)
            throws IOException {
        var table =
                new ExportTable(
                        "t",
                        List.of("=NOTE()"),
                        List.of(
                                new ExportColumn("Donor", "#org+funder"),
                                new ExportColumn("Rows", "#meta+count")),
                        List.of(
                                List.of("=HYPERLINK(\"x\")", 5L),
                                List.of("+cmd|' /C calc'!A0", BigDecimal.TEN),
                                List.of("@SUM(1)", 0L),
                                List.of("-1+1", 0L)));
        var lines = read(form, table);

        assertThat(lines)
                .allSatisfy(
                        line ->
                                assertThat(line.cells())
                                        .allSatisfy(
                                                cell -> assertThat(cell).doesNotStartWith("=")));
        var layout = Layout.of(lines, Set.of());
        assertThat(layout.dataFrom()).isEqualTo(3);
        assertThat(lines.get(3).cell(0)).isEqualTo("'=HYPERLINK(\"x\")");
        assertThat(lines.get(3).cell(1)).isEqualTo("5");
        assertThat(lines.stream().anyMatch(Line::formulas)).isFalse();
    }

    /// What spreadsheets take for the beginning of a formula, a call or a link, before random text.
    @ParameterizedTest
    @EnumSource(ExportForm.class)
    void noneOfThousandsOfNastyCellsLeavesAsAFormula(ExportForm form) throws IOException {
        long seed = Long.getLong("seed", 20_261_125L);
        var random = new SplittableRandom(seed);
        var begins =
                List.of("=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\ufeff=", "\uff1d", "'=");
        var rows = new ArrayList<List<Object>>();
        for (int i = 0; i < 1_500; i++) {
            var text = new StringBuilder(begins.get(random.nextInt(begins.size())));
            for (int sign = 0; sign < random.nextInt(12); sign++) {
                text.append("=+-@|!\"';,\t(A1)x9é".charAt(random.nextInt(18)));
            }
            rows.add(List.of(text.toString(), (long) i));
        }
        var table =
                new ExportTable(
                        "t",
                        List.of("-2+3|cmd"),
                        List.of(
                                new ExportColumn("=A", "#org+funder"),
                                new ExportColumn("Rows", "#meta+count")),
                        List.copyOf(rows));
        var lines = read(form, table);

        assertThat(lines).as("seed %d", seed).hasSizeGreaterThan(1_400);
        assertThat(lines.stream().anyMatch(Line::formulas)).as("seed %d", seed).isFalse();
        assertThat(lines)
                .as("seed %d", seed)
                .allSatisfy(
                        line ->
                                assertThat(line.cells())
                                        .allSatisfy(
                                                cell ->
                                                        assertThat(cell)
                                                                .matches(
                                                                        "(?s)|[+-]\\d+([.,]\\d+)?%?|[^=+\\-@\t\r\uff1d].*")));
    }

    @Test
    void everyTableSaysWhatItIsHowItWasCountedAndThatItIsAnExercise() throws IOException {
        try (var hub = TestClaims.open()) {
            Importers.takeTrucks(
                    hub,
                    folder,
                    "ID,Received Date,Quantity,Units,Crossing\n1,2031-05-01,5,MT,North\n2,2031-05-03,7,MT,South\n");
            var exports =
                    new Exports(hub.journal().journal(), hub.observations(), TestWording.all());

            for (var language : List.of("en", "ar", "he", "fr")) {
                var table =
                        exports.totals(
                                        hub.journal().sight("agency"),
                                        hub.journal().cut(),
                                        Locale.of(language),
                                        new RegisterId("agency", "unrwa-trucks"),
                                        List.of(TotalsBy.MONTH, TotalsBy.PLACE))
                                .orElseThrow();
                assertThat(table.notes()).hasSize(9).noneMatch(note -> note.contains("{"));
                assertThat(table.rows()).hasSize(2);
            }
            var english =
                    exports.totals(
                                    hub.journal().sight("agency"),
                                    hub.journal().cut(),
                                    Locale.ENGLISH,
                                    new RegisterId("agency", "unrwa-trucks"),
                                    List.of())
                            .orElseThrow();
            assertThat(english.notes().getFirst()).startsWith("EXERCISE");
            assertThat(english.notes())
                    .contains("Records: 1")
                    .anyMatch(note -> note.startsWith("Drawn for agency"))
                    .anyMatch(note -> note.startsWith("Label: for agency alone, up to F"));
            assertThat(english.notes().getLast()).isEqualTo("Coverage: 2 of 3 days have rows");
            assertThat(
                            exports.totals(
                                    hub.journal().sight("stranger"),
                                    hub.journal().cut(),
                                    Locale.ENGLISH,
                                    new RegisterId("agency", "nothing"),
                                    List.of()))
                    .isEmpty();
        }
    }

    private List<Line> read(ExportForm form, ExportTable table) throws IOException {
        var out = new ByteArrayOutputStream();
        form.write(table, false, out);
        var file = Files.write(folder.resolve("out"), out.toByteArray());
        var all = new ArrayList<Line>();
        try (var lines = Table.at(file, Limits.usual(), Optional.empty()).lines()) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                all.add(line);
            }
        }
        return all;
    }
}
