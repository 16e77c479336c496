package org.parley.hub.journal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Reader;

/// What one reader may see in one operation today, worked out once for a request, when it is first
/// asked for: for each label in use there, the widest field class. SQL asks `label = ANY(:labels)`
/// with [#labels]; views cut their fields with [#of].
public final class Sight {

    private final Reader reader;
    private final Supplier<Map<Integer, FieldClass>> seen;
    private @Nullable Map<Integer, FieldClass> ceilings;

    Sight(Reader reader, Supplier<Map<Integer, FieldClass>> seen) {
        this.reader = reader;
        this.seen = seen;
    }

    private synchronized Map<Integer, FieldClass> ceilings() {
        var known = ceilings;
        if (known == null) {
            known = Map.copyOf(seen.get());
            ceilings = known;
        }
        return known;
    }

    public Reader reader() {
        return reader;
    }

    /// The labels whose records exist for the reader.
    public Integer[] labels() {
        return ceilings().keySet().toArray(Integer[]::new);
    }

    /// The labels whose fields of `wanted` the reader may see.
    public Integer[] labels(FieldClass wanted) {
        return ceilings().entrySet().stream()
                .filter(entry -> entry.getValue().covers(wanted))
                .map(Map.Entry::getKey)
                .toArray(Integer[]::new);
    }

    public Optional<FieldClass> of(int label) {
        return Optional.ofNullable(ceilings().get(label));
    }

    /// Whether a field of `wanted` under `label` exists for the reader.
    public boolean shows(int label, FieldClass wanted) {
        return of(label).map(ceiling -> ceiling.covers(wanted)).orElse(false);
    }
}
