package org.parley.hub.exchange;

import java.util.List;

/// A table on its way out. It names what it is, how it was counted and as known when, in lines
/// above its headers: a sheet that is passed on must still say so.
///
/// @param name of the sheet, at most 31 characters
/// @param notes one line each: EXERCISE first where everything is invented
/// @param rows texts and numbers, a cell for each column
public record ExportTable(
        String name, List<String> notes, List<ExportColumn> columns, List<? extends List<?>> rows) {

    /// A header with its HXL tag.
    public record ExportColumn(String header, String tag) {}

    public ExportTable {
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
    }
}
