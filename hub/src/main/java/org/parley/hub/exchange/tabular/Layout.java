package org.parley.hub.exchange.tabular;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where a table's headers are and where its data begin. Titles, notes and empty rows may come
/// first; a merged header shows as one cell followed by blanks and spreads over them.
///
/// @param dataFrom the index, among the rows looked at, of the first row of data
public record Layout(List<Column> columns, int dataFrom) {

    /// How far down headers are looked for, as other readers of tagged tables do.
    public static final int SEARCHED = 25;

    public Layout {
        columns = List.copyOf(columns);
    }

    /// Finds the headers among the first rows of a table.
    ///
    /// @param known the folded header names that the reader hopes to meet; with none, the first row
    ///     that is filled from side to side counts as the headers
    public static Layout of(List<Line> first, Set<String> known) {
        int tags = tagRow(first);
        if (tags >= 0) {
            return new Layout(columns(first, tags - 1, Optional.of(first.get(tags))), tags + 1);
        }
        int headers = headerRow(first, known);
        return new Layout(columns(first, headers, Optional.empty()), headers + 1);
    }

    /// A row counts as the tag row when more than half of its filled cells are tags.
    private static int tagRow(List<Line> first) {
        for (int i = 0; i < first.size(); i++) {
            var filled = first.get(i).cells().stream().filter(cell -> !cell.isEmpty()).toList();
            long tags = filled.stream().filter(cell -> HxlTag.parse(cell).isPresent()).count();
            if (tags * 2 > filled.size()) {
                return i;
            }
        }
        return -1;
    }

    private static int headerRow(List<Line> first, Set<String> known) {
        int best = 0;
        long bestMet = 0;
        for (int i = 0; i < first.size(); i++) {
            long met =
                    known.isEmpty()
                            ? first.get(i).cells().stream().filter(c -> !c.isEmpty()).count()
                            : columns(first, i, Optional.empty()).stream()
                                    .filter(column -> met(column, known))
                                    .count();
            if (met > bestMet) {
                best = i;
                bestMet = met;
            }
        }
        return best;
    }

    private static boolean met(Column column, Set<String> known) {
        return column.names().stream().anyMatch(name -> known.contains(Texts.folded(name)));
    }

    private static List<Column> columns(List<Line> first, int header, Optional<Line> tags) {
        var own = header < 0 ? new Line(0, List.of(), false) : first.get(header);
        var above = header < 1 ? new Line(0, List.of(), false) : first.get(header - 1);
        int width = Math.max(own.cells().size(), tags.map(t -> t.cells().size()).orElse(0));
        var columns = new ArrayList<Column>(width);
        var spread = "";
        for (int i = 0; i < width; i++) {
            spread = above.cell(i).isEmpty() ? spread : above.cell(i);
            columns.add(new Column(i, names(own.cell(i), above.cell(i), spread), tagAt(tags, i)));
        }
        return columns;
    }

    private static Optional<HxlTag> tagAt(Optional<Line> tags, int column) {
        return tags.flatMap(row -> HxlTag.parse(row.cell(column)));
    }

    private static List<String> names(String own, String above, String spread) {
        var names = new LinkedHashSet<String>();
        names.add(own);
        names.add(own.isEmpty() ? above : (spread + " " + own).strip());
        names.remove("");
        return List.copyOf(names);
    }
}
