package org.parley.hub.journal;

import java.util.List;
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

    private final LabelStore store;
    private final Map<OperationId, TreeMap<Integer, Label>> known = new ConcurrentHashMap<>();

    Sights(LabelStore store) {
        this.store = store;
    }

    Sight of(Reader reader) {
        var ceilings = new TreeMap<Integer, FieldClass>();
        labels(reader.operation())
                .forEach(
                        (number, label) ->
                                Clearance.ceiling(reader, label)
                                        .ifPresent(ceiling -> ceilings.put(number, ceiling)));
        return new Sight(reader, ceilings);
    }

    TreeMap<Integer, Label> labels(OperationId operation) {
        return known.compute(
                operation,
                (_, before) -> {
                    var now = before == null ? new TreeMap<Integer, Label>() : before;
                    List<NumberedLabel> added =
                            store.after(operation, now.isEmpty() ? 0 : now.lastKey());
                    if (added.isEmpty()) {
                        return now;
                    }
                    // Others may be walking through the labels known before.
                    var more = new TreeMap<>(now);
                    added.forEach(label -> more.put(label.number(), label.label()));
                    return more;
                });
    }
}
