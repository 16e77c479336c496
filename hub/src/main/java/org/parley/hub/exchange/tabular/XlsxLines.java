package org.parley.hub.exchange.tabular;

import com.fasterxml.aalto.UncheckedStreamException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// The first visible sheet of an XLSX file. A number with a date format becomes an ISO date; a
/// formula gives the result that was stored with it and marks its row.
final class XlsxLines implements Lines {

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final Limits limits;
    private long read;

    XlsxLines(Path file, Limits limits) {
        ZipCheck.check(file, limits);
        this.limits = limits;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            stream = workbook.getFirstSheet().openStream();
            rows = stream.iterator();
        } catch (IOException
                | ExcelReaderException
                | UncheckedStreamException
                | IndexOutOfBoundsException e) {
            throw new Unreadable("exchange.workbook-damaged", Map.of());
        }
    }

    @Override
    public @Nullable Line next() {
        try {
            while (rows.hasNext()) {
                var line = line(rows.next());
                if (!line.blank()) {
                    return line;
                }
            }
            return null;
        } catch (ExcelReaderException | UncheckedStreamException damaged) {
            throw new Unreadable("exchange.workbook-damaged", Map.of());
        }
    }

    private Line line(Row row) {
        if (++read > limits.rows()) {
            throw new Unreadable("exchange.too-many-rows", Map.of("limit", limits.rows()));
        }
        if (row.getCellCount() > limits.columns()) {
            throw new Unreadable(
                    "exchange.too-many-columns",
                    Map.of("line", row.getRowNum(), "limit", limits.columns()));
        }
        var cells = new ArrayList<String>(row.getCellCount());
        boolean formulas = false;
        for (int i = 0; i < row.getCellCount(); i++) {
            var cell = row.getCell(i);
            formulas |= cell != null && cell.getFormula() != null && !cell.getFormula().isEmpty();
            cells.add(cell == null ? "" : Texts.trimmed(text(cell, row.getRowNum())));
        }
        return new Line(row.getRowNum(), cells, formulas);
    }

    private String text(Cell cell, int row) {
        var raw = cell.getRawValue();
        if (raw == null) {
            return "";
        }
        if (raw.length() > limits.cellCharacters()) {
            throw new Unreadable(
                    "exchange.cell-too-long",
                    Map.of("line", row, "limit", limits.cellCharacters()));
        }
        var format = cell.getDataFormatString();
        if (cell.getType() == CellType.NUMBER) {
            return format != null && isDate(format) ? date(cell, raw) : plain(raw);
        }
        if (cell.getType() == CellType.STRING) {
            return cell.asString();
        }
        return raw;
    }

    private static String date(Cell cell, String raw) {
        try {
            LocalDateTime at = cell.asDate();
            return at == null ? raw : at.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        } catch (RuntimeException outOfRange) {
            return raw; // a serial that is no date stays what it is: the row is judged later
        }
    }

    /// 45000.0 and 4.5E4 are how spreadsheets store what the sender saw as 45000.
    private static String plain(String raw) {
        try {
            var number = new BigDecimal(raw);
            return Math.abs(number.scale()) > 400
                    ? raw
                    : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException notANumber) {
            return raw;
        }
    }

    /// Whether a number format shows days, months or years, quoted words and colours left aside.
    static boolean isDate(String format) {
        var bare = format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "").toLowerCase(Locale.ROOT);
        return !bare.contains("general") && bare.chars().anyMatch(c -> c == 'y' || c == 'd')
                || bare.contains("mmm");
    }

    @Override
    public double progress() {
        return 0.5; // the library does not tell how far it has read
    }

    @Override
    public void close() {
        try (workbook) {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
