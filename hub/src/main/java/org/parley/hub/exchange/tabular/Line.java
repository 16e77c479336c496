package org.parley.hub.exchange.tabular;

import java.util.List;

/// One row of a table as it was written.
///
/// @param number the line or row in the file where it begins, from 1
/// @param cells texts without surrounding white space; a blank cell is empty, never null
/// @param formulas whether a cell held a formula: its last stored result is what we read, we never
///     calculate
public record Line(long number, List<String> cells, boolean formulas) {

    public Line {
        cells = List.copyOf(cells);
    }

    /// The cell at `column` from 0; blank where the row ends earlier.
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean blank() {
        for (var cell : cells) {
            if (!cell.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
