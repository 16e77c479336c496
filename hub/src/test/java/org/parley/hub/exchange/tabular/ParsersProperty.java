package org.parley.hub.exchange.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever stands in a cell, the parsers answer: they never fail, hang or change what they read.
class ParsersProperty {

    private static final long SEED = 20_251_010L;
    private static final String ALPHABET =
            "0123456789.,-/+() ':;\"\n\r\t=@|#TZEabçéستשל\u202e\u00a0٣٫Sept";

    @TempDir Path folder;

    @Test
    void datesAndNumbersNeverFail() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 50_000; i++) {
            var text = text(random, 24);
            assertThatCode(
                            () -> {
                                for (var order : DateOrder.values()) {
                                    Dates.parse(text, order);
                                }
                                for (var mark : DecimalMark.values()) {
                                    Numbers.parse(text, mark);
                                }
                                HxlTag.parse(text);
                                Texts.folded(text);
                            })
                    .as("seed %d, text '%s'", SEED, text)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void whatIsWrittenAsCsvIsReadBackWithoutFormulas() {
        var random = new SplittableRandom(SEED);
        for (int table = 0; table < 200; table++) {
            var rows = new ArrayList<List<String>>();
            var out = new StringBuilder();
            var csv = new CsvOut(out);
            rows.add(List.of("a", "b", "c"));
            csv.row(rows.getFirst());
            for (int i = 0; i < 20; i++) {
                var row = List.of("k" + i, text(random, 12), text(random, 12));
                csv.row(row);
                rows.add(row);
            }
            var read = read(out.toString());
            assertThat(read).as("seed %d, table %d", SEED, table).hasSameSizeAs(rows);
            for (int i = 0; i < rows.size(); i++) {
                for (int c = 0; c < 3; c++) {
                    var written =
                            SafeCell.of(rows.get(i).get(c))
                                    .replace("\r\n", "\n")
                                    .replace('\r', '\n');
                    assertThat(read.get(i).cell(c))
                            .as("seed %d, table %d, row %d", SEED, table, i)
                            .isEqualTo(Texts.trimmed(written));
                }
            }
        }
    }

    @Test
    void noCellOfTenThousandBeginsAFormula() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 10_000; i++) {
            var cell = SafeCell.of("=+-@\t\r".charAt(i % 6) + text(random, 10));
            assertThat(cell)
                    .as("seed %d, cell %d", SEED, i)
                    .matches("(?s)'.*|[+-]\\d+([.,]\\d+)?%?");
        }
    }

    @Test
    void randomBytesAreATableOrARefusal() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 500; i++) {
            var bytes = new byte[1 + random.nextInt(400)];
            random.nextBytes(bytes);
            if (i % 3 == 0) {
                bytes[0] = 'P';
            }
            var file = Tables.bytes(folder, bytes);
            try {
                Tables.lines(file);
            } catch (Unreadable refused) {
                assertThat(refused.why().code()).startsWith("exchange.");
            }
        }
    }

    private List<Line> read(String text) {
        var lines = new ArrayList<Line>();
        try (var all =
                Table.at(Tables.text(folder, text, UTF_8), Limits.usual(), Optional.of(UTF_8))
                        .lines()) {
            for (var line = all.next(); line != null; line = all.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String text(RandomGenerator random, int longest) {
        var text = new StringBuilder();
        int length = random.nextInt(longest);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
