package org.parley.hub.exchange.tabular;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/// RFC 4180 read tolerantly: any line end, quotes that open in the middle of a cell are text, and
/// cells over several lines. Holds one row at a time.
final class CsvLines implements Lines {

    private static final int END = -1;

    private final Reader in;
    private final char delimiter;
    private final Limits limits;
    private final DoubleSupplier progress;
    private final char[] buffer = new char[1 << 15];
    private final StringBuilder cell = new StringBuilder();
    private int at;
    private int filled;
    private int pushedBack = END;
    private long line = 1;
    private long rows;
    private boolean started;

    CsvLines(Reader in, char delimiter, Limits limits, DoubleSupplier progress) {
        this.in = in;
        this.delimiter = delimiter;
        this.limits = limits;
        this.progress = progress;
    }

    @Override
    public @Nullable Line next() {
        while (true) {
            var row = row();
            if (row == null || !row.blank()) {
                return row;
            }
        }
    }

    private @Nullable Line row() {
        long begins = line;
        int c = read();
        if (c == END) {
            return null;
        }
        if (++rows > limits.rows()) {
            throw new Unreadable("exchange.too-many-rows", Map.of("limit", limits.rows()));
        }
        var cells = new ArrayList<String>();
        while (true) {
            c = c == '"' ? quoted(begins) : plain(c);
            add(cells, begins);
            if (c != delimiter) {
                return new Line(begins, cells, false);
            }
            c = read();
        }
    }

    private void add(List<String> cells, long begins) {
        if (cells.size() >= limits.columns()) {
            throw new Unreadable(
                    "exchange.too-many-columns", Map.of("line", begins, "limit", limits.columns()));
        }
        cells.add(Texts.trimmed(cell));
    }

    /// Reads a cell that begins with `c`; answers the character that ended it: a delimiter, a line
    /// end as `\n`, or the end of the file.
    private int plain(int c) {
        cell.setLength(0);
        while (c != delimiter && c != '\n' && c != END) {
            append(c);
            c = read();
        }
        return c;
    }

    private int quoted(long begins) {
        cell.setLength(0);
        int c = read();
        while (true) {
            if (c == END) {
                throw new Unreadable("exchange.quote-not-closed", Map.of("line", begins));
            }
            if (c == '"') {
                c = read();
                if (c != '"') {
                    break;
                }
            }
            append(c);
            c = read();
        }
        while (c != delimiter && c != '\n' && c != END) {
            append(c); // text after the closing quote: kept, not judged
            c = read();
        }
        return c;
    }

    private void append(int c) {
        if (cell.length() >= limits.cellCharacters()) {
            throw new Unreadable(
                    "exchange.cell-too-long",
                    Map.of("line", line, "limit", limits.cellCharacters()));
        }
        cell.append((char) c);
    }

    /// The next character, every kind of line end being `\n`.
    private int read() {
        int c = raw();
        if (c == '\r') {
            int after = raw();
            if (after != '\n') {
                pushedBack = after;
            }
            c = '\n';
        }
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private int raw() {
        if (pushedBack != END) {
            int c = pushedBack;
            pushedBack = END;
            return c;
        }
        if (at == filled) {
            try {
                filled = Math.max(0, in.read(buffer));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            at = 0;
            if (filled == 0) {
                return END;
            }
            if (!started) {
                started = true;
                at =
                        buffer[0] == '\ufeff'
                                ? 1
                                : 0; // a byte order mark is no part of the first cell
                return raw();
            }
        }
        return buffer[at++];
    }

    @Override
    public double progress() {
        return progress.getAsDouble();
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
