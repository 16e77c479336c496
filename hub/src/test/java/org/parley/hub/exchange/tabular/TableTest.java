package org.parley.hub.exchange.tabular;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void anyUsualDelimiterIsRecognised(String delimiter) {
        var file =
                Tables.text(
                        folder,
                        "ID,Note,Amount\n1,\"a,b;c\td|e\",2\n3,x,4\n".replace(",", delimiter),
                        UTF_8);

        assertThat(Tables.cells(file).getFirst()).containsExactly("ID", "Note", "Amount");
        assertThat(Tables.cells(file).getLast()).containsExactly("3", "x", "4");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, Café à Rafah – reçu, Qté",
        "windows-1256, معبر كرم أبو سالم, الكمية",
        "windows-1255, מעבר כרם שלום, כמות",
        "UTF-8, معبر Kerem שלום é, الكمية",
        "UTF-16LE, معبر Kerem שלום é, الكمية",
        "UTF-16BE, Café, Qté"
    })
    void theEncodingIsToldFromTheBytes(String charset, String text, String header) {
        var file =
                Tables.text(
                        folder, header + ",crossing\n12," + text + "\n", Charset.forName(charset));

        assertThat(Tables.cells(file))
                .containsExactly(List.of(header, "crossing"), List.of("12", text));
    }

    @Test
    void byteOrderMarksAreNoPartOfTheFirstCell() {
        for (var charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
            var file = Tables.text(folder, "\ufeff\"ID\",\"a\"\"b\"\r\n1,2\r\n", charset);

            assertThat(Tables.cells(file).getFirst()).containsExactly("ID", "a\"b");
        }
    }

    @Test
    void aBadByteFlagsItsCellAndLosesNothing() {
        var bytes = "ID,name\n1,é\n2,x\n".getBytes(UTF_8);
        bytes[bytes.length - 2] = (byte) 0xff;

        var lines = Tables.lines(Tables.bytes(folder, bytes));

        assertThat(lines).hasSize(3);
    }

    @Test
    void cellsOverSeveralLinesKeepTheNumberOfTheLineTheyBeginOn() {
        var lines = Tables.lines(Tables.text(folder, "a,b\n1,\"x\ny\nz\"\n\n,,\n2,w", UTF_8));

        assertThat(lines).extracting(Line::number).containsExactly(1L, 2L, 7L);
        assertThat(lines.get(1).cell(1)).isEqualTo("x\ny\nz");
    }

    @Test
    void anUnclosedQuoteIsRefusedWithItsLine() {
        assertRefused(
                Tables.text(folder, "a,b\n1,2\n3,\"oops\n4,5\n", UTF_8),
                "exchange.quote-not-closed");
    }

    @Test
    void aWorkbookGivesDatesNumbersAndStoredFormulaResults() throws IOException {
        var file = folder.resolve("no-name-that-helps");
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("data");
            sheet.value(0, 0, "when");
            sheet.value(0, 1, "tons");
            sheet.value(1, 0, LocalDateTime.of(2024, 9, 9, 0, 0));
            sheet.style(1, 0).format("yyyy-MM-dd").set();
            sheet.value(1, 1, 37.56125);
            sheet.formula(2, 1, "1+1");
            sheet.value(2, 0, "سطر mixed שורה");
        }

        var lines = Tables.lines(file);

        assertThat(lines.get(1).cells()).containsExactly("2024-09-09T00:00:00", "37.56125");
        assertThat(lines.get(2).formulas()).isTrue();
        assertThat(lines.get(2).cell(0)).isEqualTo("سطر mixed שורה");
        assertThat(Tables.cells(Tables.packed(file))).isEqualTo(Tables.cells(file));
    }

    @Test
    void packedTextReadsAsThePlainTextDoes() throws IOException {
        var file = Tables.text(folder, "a;b\n1;2,5\n", UTF_8);

        assertThat(Tables.cells(Tables.packed(file))).isEqualTo(Tables.cells(file));
    }

    @Test
    void aPackedBombIsRefusedWhileItUnpacks() throws IOException {
        var file = folder.resolve("bomb.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            zeros(out, 200 << 20);
        }

        assertRefused(file, "exchange.unpacks-too-much");
    }

    @Test
    void aBombInsideAWorkbookIsRefusedBeforeItIsHeldInMemory() throws IOException {
        var file = folder.resolve("bomb.xlsx");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("[Content_Types].xml"));
            out.write('x');
            out.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zeros(out, 200 << 20);
        }

        assertRefused(file, "exchange.unpacks-too-much");
    }

    @Test
    void whatIsNoTableIsRefusedByName() {
        assertRefused(Tables.bytes(folder, new byte[0]), "exchange.file-empty");
        assertRefused(
                Tables.bytes(folder, new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1}),
                "exchange.old-workbook");
        assertRefused(
                Tables.bytes(folder, "PK\3\4nonsense".getBytes(UTF_8)),
                "exchange.workbook-damaged");
        var picture = new byte[4_000];
        new java.util.Random(1).nextBytes(picture);
        picture[0] = (byte) 0x89;
        assertRefused(Tables.bytes(folder, picture), "exchange.not-a-table");
    }

    @Test
    void aCutOffPackedFileIsRefused() throws IOException {
        var packed = Tables.packed(Tables.text(folder, "a,b\n".repeat(5_000), UTF_8));
        var bytes = Files.readAllBytes(packed);

        assertRefused(
                Tables.bytes(folder, java.util.Arrays.copyOf(bytes, bytes.length - 9)),
                "exchange.gzip-damaged");
    }

    private static void zeros(OutputStream out, int size) throws IOException {
        var block = new byte[1 << 20];
        java.util.Arrays.fill(block, (byte) 'a');
        for (int i = 0; i < size >> 20; i++) {
            out.write(block);
        }
    }

    private static void assertRefused(Path file, String code) {
        assertThatThrownBy(
                        () -> {
                            try (var lines =
                                    Table.at(file, Limits.usual(), Optional.empty()).lines()) {
                                while (lines.next() != null) {}
                            }
                        })
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        refused -> assertThat(refused.why().code()).isEqualTo(code));
    }
}
