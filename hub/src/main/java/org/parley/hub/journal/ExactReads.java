package org.parley.hub.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.id.OperationId;

/// Which statements' exact fields (F3) the answer under way on this thread carries. Whatever reads
/// such fields for somebody notes the statement here; who answers collects the notes and has them
/// kept. Where nobody collects, as when the writer decides, a note is nothing.
public final class ExactReads {

    private static final ThreadLocal<@Nullable Map<OperationId, Set<Long>>> NOTED =
            new ThreadLocal<>();

    private ExactReads() {}

    /// From now on this thread's notes are collected.
    public static void collect() {
        NOTED.set(new HashMap<>());
    }

    /// What was noted since, and no more is.
    public static Map<OperationId, Set<Long>> collected() {
        var noted = NOTED.get();
        NOTED.remove();
        return noted == null ? Map.of() : noted;
    }

    /// The answer carries an exact field of the statement at that place.
    public static void note(Sight sight, String originator, long index) {
        var noted = NOTED.get();
        if (noted != null && !originator.equals(sight.reader().organisation().value())) {
            noted.computeIfAbsent(sight.reader().operation(), _ -> new TreeSet<>()).add(index);
        }
    }

    /// Reads without noting: for an answer that leaves exact fields out of what it reads.
    public static <T> T unshown(Supplier<T> read) {
        var noted = NOTED.get();
        NOTED.remove();
        try {
            return read.get();
        } finally {
            if (noted != null) {
                NOTED.set(noted);
            }
        }
    }
}
