package org.parley.hub.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.hub.claims.ObservedRow;
import org.parley.hub.exchange.tabular.Layout;
import org.parley.hub.exchange.tabular.Line;
import org.parley.hub.exchange.tabular.Lines;
import org.parley.hub.exchange.tabular.Table;

/// A table being read through once with its headers understood, its keys made unique.
final class Opened implements AutoCloseable {

    private final Lines lines;
    private final ArrayDeque<Line> looked = new ArrayDeque<>();
    private final Binding binding;
    private final RowReader reader;
    private final Map<String, Integer> repeated = new HashMap<>();
    private final Fingerprints keys;

    /// @param keys knows which keys the file has shown so far
    Opened(Table table, Mapping mapping, Fingerprints keys) {
        this.keys = keys;
        this.lines = table.lines();
        try {
            var first = new ArrayList<Line>();
            for (var line = lines.next(); line != null; line = lines.next()) {
                first.add(line);
                if (first.size() == Layout.SEARCHED) {
                    break;
                }
            }
            var layout = Layout.of(first, mapping.headers());
            this.binding = Binding.of(layout, mapping);
            this.reader = new RowReader(mapping, binding);
            looked.addAll(first.subList(Math.min(layout.dataFrom(), first.size()), first.size()));
        } catch (RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    Binding binding() {
        return binding;
    }

    double progress() {
        return lines.progress();
    }

    @Nullable ReadRow next() {
        var line = looked.isEmpty() ? lines.next() : looked.removeFirst();
        return line == null ? null : unique(reader.read(line));
    }

    /// A key that comes again is another row with the publisher's mistake in it: kept, and flagged.
    private ReadRow unique(ReadRow read) {
        return switch (read) {
            case ReadRow.Taken(var row) when keys.seen(row.key()) ->
                    new ReadRow.Taken(again(row, numbered(row.key())));
            case ReadRow.Taken taken -> taken;
            case ReadRow.HeldBack(_, var key, _) when key.isEmpty() -> read;
            case ReadRow.HeldBack(var line, var key, var problems) -> {
                var name = keys.seen(key) ? numbered(key) : key;
                keys.touch(name); // the file has it: it is not withdrawn
                yield new ReadRow.HeldBack(line, name, problems);
            }
        };
    }

    private String numbered(String key) {
        return key + "#" + repeated.merge(key, 2, (seen, _) -> seen + 1);
    }

    private static ObservedRow again(ObservedRow row, String key) {
        var flags = new ArrayList<>(row.flags());
        flags.add("key-repeated");
        return new ObservedRow(
                key,
                row.hash(),
                row.date(),
                row.place(),
                row.category(),
                row.quantity(),
                row.unit(),
                row.assistance(),
                row.donor(),
                row.destination(),
                row.description(),
                flags,
                row.rest());
    }

    @Override
    public void close() {
        lines.close();
    }
}
