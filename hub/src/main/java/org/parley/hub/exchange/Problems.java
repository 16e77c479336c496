package org.parley.hub.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.exchange.tabular.Column;
import org.parley.hub.exchange.tabular.CsvOut;

/// The rows that were held back, with the file's own columns and two of ours that say where and
/// why. Corrected and sent again, it is recognised as a part. No file is made while there are none.
final class Problems implements AutoCloseable {

    private final Path file;
    private final List<Column> columns;
    private final int keyColumn;
    private @Nullable BufferedWriter writer;
    private @Nullable CsvOut out;

    Problems(Path file, Binding binding) {
        this.file = file;
        this.keyColumn = binding.roles().getOrDefault(Role.KEY, -1);
        this.columns =
                binding.all().stream()
                        .filter(
                                column ->
                                        !column.title().equals(Binding.LINE_COLUMN)
                                                && !column.title().equals(Binding.PROBLEM_COLUMN))
                        .toList();
    }

    void add(ReadRow.HeldBack row) {
        var cells = new ArrayList<String>();
        cells.add(Long.toString(row.line().number()));
        cells.add(String.join(" ", row.problems()));
        for (var column : columns) {
            boolean key = column.index() == keyColumn && !row.key().isEmpty();
            cells.add(key ? row.key() : row.line().cell(column.index()));
        }
        out().row(cells);
    }

    private CsvOut out() {
        if (out != null) {
            return out;
        }
        try {
            writer = Files.newBufferedWriter(file);
            writer.write('\ufeff');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out = new CsvOut(writer);
        var headers = new ArrayList<String>(List.of(Binding.LINE_COLUMN, Binding.PROBLEM_COLUMN));
        columns.forEach(column -> headers.add(column.title()));
        out.row(headers);
        return out;
    }

    @Override
    public void close() {
        if (writer == null) {
            return;
        }
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
