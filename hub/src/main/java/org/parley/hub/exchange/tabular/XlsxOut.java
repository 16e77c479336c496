package org.parley.hub.exchange.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes rows into the one sheet of a workbook. Numbers are numbers; texts are texts, and stay so
/// when somebody saves the sheet as CSV.
public final class XlsxOut implements AutoCloseable {

    private static final int FLUSH_EVERY = 1_000;
    private static final int MOST_ROWS = 1_048_576;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    /// @param rightToLeft whether the sheet's first column is at its right
    public XlsxOut(OutputStream out, String name, boolean rightToLeft) {
        this.workbook = new Workbook(out, "Parley", "1.0");
        this.sheet = workbook.newWorksheet(name);
        if (rightToLeft) {
            sheet.rightToLeft();
        }
    }

    /// @param cells texts and numbers
    public void row(List<?> cells) {
        if (row >= MOST_ROWS) {
            throw new IllegalStateException("A sheet holds at most %d rows".formatted(MOST_ROWS));
        }
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case BigDecimal number -> sheet.value(row, i, number);
                case Number number -> sheet.value(row, i, number.longValue());
                case Object text -> sheet.value(row, i, SafeCell.of(text.toString()));
            }
        }
        row++;
        if (row % FLUSH_EVERY == 0) {
            flush();
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
