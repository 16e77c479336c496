package org.parley.hub.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.parley.hub.exchange.ExportTable.ExportColumn;
import org.parley.hub.exchange.tabular.CsvOut;
import org.parley.hub.exchange.tabular.XlsxOut;
import org.parley.kernel.InvalidValue;

/// The forms that tables leave in. In both, a row of HXL tags follows the headers, and no cell is a
/// formula.
public enum ExportForm {
    CSV("text/csv;charset=UTF-8") {
        @Override
        public void write(ExportTable table, boolean rightToLeft, OutputStream out) {
            try {
                var writer =
                        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                writer.write('\ufeff'); // without it, spreadsheets take UTF-8 for something else
                var csv = new CsvOut(writer);
                table.notes().forEach(note -> csv.row(List.of(note)));
                csv.row(table.columns().stream().map(ExportColumn::header).toList());
                csv.row(table.columns().stream().map(ExportColumn::tag).toList());
                for (var row : table.rows()) {
                    csv.row(row.stream().map(ExportForm::text).toList());
                }
                writer.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public void write(ExportTable table, boolean rightToLeft, OutputStream out) {
            try (var sheet = new XlsxOut(out, table.name(), rightToLeft)) {
                table.notes().forEach(note -> sheet.row(List.of(note)));
                sheet.row(table.columns().stream().map(ExportColumn::header).toList());
                sheet.row(table.columns().stream().map(ExportColumn::tag).toList());
                table.rows().forEach(sheet::row);
            }
        }
    };

    private final String mediaType;

    ExportForm(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    public abstract void write(ExportTable table, boolean rightToLeft, OutputStream out);

    private static String text(Object cell) {
        return cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
    }

    public static ExportForm of(String name) {
        for (var form : values()) {
            if (form.ending().equals(name)) {
                return form;
            }
        }
        throw new InvalidValue(
                "form", "value.one-of", "must be one of {known}, was '{was}'", "csv, xlsx", name);
    }
}
