package org.parley.hub.console;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table as facts: what the columns are called and what stands in each row. The first cell of a
/// row names it.
public record Grid(String caption, List<Column> columns, List<Row> rows) {

    /// @param spare whether a phone may leave it out
    public record Column(String label, boolean numeric, boolean spare) {}

    public record Row(List<Cell> cells, boolean stale) {}

    /// One cell: a text, perhaps as a link, perhaps as a state, with a smaller second line.
    ///
    /// @param belowIn the language tag of the second line, where it is another than the page's
    public record Cell(
            String text,
            Optional<String> link,
            Optional<Mark> mark,
            String below,
            boolean code,
            @Nullable String belowIn) {

        public Cell below(String line) {
            return new Cell(text, link, mark, line, code, null);
        }

        /// A second line that is in a language of its own.
        public Cell below(String line, @Nullable String language) {
            return new Cell(text, link, mark, line, code, language);
        }
    }

    public static Column text(String label) {
        return new Column(label, false, false);
    }

    public static Column spare(String label) {
        return new Column(label, false, true);
    }

    public static Column number(String label) {
        return new Column(label, true, false);
    }

    public static Row row(Cell... cells) {
        return new Row(Arrays.asList(cells), false);
    }

    public static Cell cell(String text) {
        return new Cell(text, Optional.empty(), Optional.empty(), "", false, null);
    }

    public static Cell link(String text, String address) {
        return new Cell(text, Optional.of(address), Optional.empty(), "", false, null);
    }

    public static Cell state(Mark mark, String word) {
        return new Cell(word, Optional.empty(), Optional.of(mark), "", false, null);
    }

    /// Something to be compared letter by letter, such as a digest.
    public static Cell code(String text) {
        return new Cell(text, Optional.empty(), Optional.empty(), "", true, null);
    }
}
