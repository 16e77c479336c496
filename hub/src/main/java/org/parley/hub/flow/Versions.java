package org.parley.hub.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a draft adds to one table and ends in it. A version that is ended before it was written is
/// written ended, so that a rebuild updates nearly nothing.
final class Versions {

    /// A version in the table that ends with a statement.
    record Ending(List<Object> key, long index) {}

    private final Table table;
    private final boolean alone;
    private final Map<List<Object>, Version> standing = new HashMap<>();
    private final Set<List<Object>> inTable = new HashSet<>();
    private final List<Version> begun = new ArrayList<>();
    private final List<Ending> ended = new ArrayList<>();

    /// @param alone whether nothing is in the table but what was written from here
    Versions(Table table, boolean alone) {
        this.table = table;
        this.alone = alone;
    }

    Version begin(long index, @Nullable Object... values) {
        return begin(new Version(index, values));
    }

    Version begin(Version version) {
        standing.put(key(version.values()), version);
        begun.add(version);
        return version;
    }

    // Keys are never null.
    @SuppressWarnings({"unchecked", "NullAway"})
    private List<Object> key(@Nullable Object[] values) {
        return (List<Object>) (List<?>) Arrays.asList(Arrays.copyOf(values, table.keys()));
    }

    /// The version that stands and is not written yet.
    Optional<Version> unwritten(Object... key) {
        return Optional.ofNullable(standing.get(Arrays.asList(key)));
    }

    /// Ends the version that stands; nothing where there is none.
    void end(long index, Object... key) {
        var it = Arrays.asList(key);
        var version = standing.remove(it);
        if (version != null) {
            version.end(index);
        } else if (!alone || inTable.remove(it)) {
            ended.add(new Ending(it, index));
        }
    }

    /// What stands was put into the table by other means.
    void isInTable(Object... key) {
        if (alone) {
            inTable.add(Arrays.asList(key));
        }
    }

    List<Version> begun() {
        return begun.stream().filter(version -> !version.never()).toList();
    }

    int size() {
        return begun.size() + ended.size();
    }

    List<Ending> ended() {
        return ended;
    }

    void written() {
        if (alone) {
            inTable.addAll(standing.keySet());
        }
        standing.clear();
        begun.clear();
        ended.clear();
    }
}
