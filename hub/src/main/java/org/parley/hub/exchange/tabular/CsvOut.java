package org.parley.hub.exchange.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Writes RFC 4180 rows with cells that no spreadsheet takes for formulas.
public final class CsvOut {

    private final Appendable out;

    /// @param out the caller's; begin it with U+FEFF where spreadsheets must recognise UTF-8
    public CsvOut(Appendable out) {
        this.out = out;
    }

    public void row(List<String> cells) {
        try {
            for (int i = 0; i < cells.size(); i++) {
                out.append(i == 0 ? "" : ",").append(quoted(SafeCell.of(cells.get(i))));
            }
            out.append("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String cell) {
        boolean needed =
                cell.chars().anyMatch(c -> c == '"' || c == ',' || c == ';' || c < ' ')
                        || cell.startsWith(" ")
                        || cell.endsWith(" ");
        return needed ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
