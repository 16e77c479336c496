package org.parley.hub.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.kernel.audience.Clearance;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.audience.Reader;
import org.parley.kernel.id.OperationId;
import org.springframework.stereotype.Component;

/// Works out what readers may see: the labels of an operation, each put to [Clearance]. Labels are
/// few (a handful for each partner) and only added, so they are kept in memory.
@Component
class Sights {

    private static final TreeMap<Integer, Label> NONE = new TreeMap<>();

    private final LabelStore store;
    private final Map<OperationId, TreeMap<Integer, Label>> known = new ConcurrentHashMap<>();

    Sights(LabelStore store) {
        this.store = store;
    }

    Sight of(Reader reader) {
        var ceilings = ceilings(reader);
        return new Sight(reader, () -> ceilings);
    }

    Sight whenAsked(Reader reader) {
        return new Sight(reader, () -> ceilings(reader));
    }

    private Map<Integer, FieldClass> ceilings(Reader reader) {
        var ceilings = new HashMap<Integer, FieldClass>();
        labels(reader.operation())
                .forEach(
                        (number, label) ->
                                Clearance.ceiling(reader, label)
                                        .ifPresent(ceiling -> ceilings.put(number, ceiling)));
        return ceilings;
    }

    /// The labels known before are never changed, since others may be walking through them.
    TreeMap<Integer, Label> labels(OperationId operation) {
        var before = known.getOrDefault(operation, NONE);
        var added = store.after(operation, before.isEmpty() ? 0 : before.lastKey());
        if (added.isEmpty()) {
            return before;
        }
        var now = new TreeMap<>(before);
        added.forEach(label -> now.put(label.number(), label.label()));
        return known.merge(operation, now, (one, other) -> one.size() < other.size() ? other : one);
    }
}
