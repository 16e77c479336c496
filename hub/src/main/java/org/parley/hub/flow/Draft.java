package org.parley.hub.flow;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// What one writer's transaction knows of an operation's flow and has changed in it. The operation
/// has one writer and the transaction holds its lock, so what was read stays true until it ends.
/// Changes are held here and written together, a few commands for a whole batch.
final class Draft {

    /// A reference that an organisation has given.
    record Given(PartnerId originator, Reference reference) {}

    /// A manifest as it stands.
    record Paper(PartnerId owner, List<Place> entries) {}

    /// A line of a consignment.
    record Place(String consignment, String line) {}

    // Beyond these a rebuild writes, and forgets what it knows: memory is bounded.
    private static final int MOST_VERSIONS = 60_000;
    private static final int MOST_KNOWN = 20_000;

    private final OperationId operation;
    private final DraftStore store;
    private boolean alone;
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Paper> papers = new HashMap<>();
    private final Map<Given, String> given = new HashMap<>();
    private final List<Given> newlyGiven = new ArrayList<>();
    private final Map<Table, Versions> versions = new EnumMap<>(Table.class);
    private boolean anyWritten;
    private long summedTo = -1;
    private long lastRecorded;

    Draft(OperationId operation, DraftStore store) {
        this.operation = operation;
        this.store = store;
        begin(store.isEmpty(operation));
    }

    private void begin(boolean nothingThere) {
        alone = nothingThere;
        anyWritten = !nothingThere;
        for (var table : Table.values()) {
            versions.put(table, new Versions(table, alone));
        }
    }

    OperationId operation() {
        return operation;
    }

    Versions versions(Table table) {
        return requireNonNull(versions.get(table));
    }

    /// Whether the tables may hold something of the operation's flow.
    boolean anyWritten() {
        return anyWritten;
    }

    Known known(String consignment) {
        learn(List.of(consignment));
        return requireNonNull(known.get(consignment));
    }

    private void learn(Collection<String> consignments) {
        var missing = new TreeSet<>(consignments);
        missing.removeAll(known.keySet());
        if (missing.isEmpty()) {
            return;
        }
        if (!alone) {
            known.putAll(store.load(operation, missing));
        }
        missing.forEach(each -> known.computeIfAbsent(each, _ -> new Known(null, false)));
    }

    /// Those of the consignments that somebody has asked for.
    Map<String, Consignment> consignments(Collection<String> wanted) {
        learn(wanted);
        var found = new TreeMap<String, Consignment>();
        for (var each : wanted) {
            var consignment = known(each).consignment();
            if (consignment != null) {
                found.put(each, consignment);
            }
        }
        return found;
    }

    Map<String, Known> known() {
        return known;
    }

    boolean isGiven(Given reference, Function<Given, Boolean> inTable) {
        return given.containsKey(reference) || (!alone && inTable.apply(reference));
    }

    void give(Given reference, String consignment) {
        if (given.putIfAbsent(reference, consignment) == null) {
            newlyGiven.add(reference);
        }
    }

    List<Given> newlyGiven() {
        return newlyGiven;
    }

    String givenTo(Given reference) {
        return given.getOrDefault(reference, "");
    }

    /// Manifests that were met, by name.
    Map<String, Paper> papers() {
        return papers;
    }

    /// Whether all manifests that there are were met.
    boolean knowsAllPapers() {
        return alone;
    }

    /// The statement with this index is whole in the draft.
    void recorded(long index) {
        lastRecorded = index;
    }

    void writeWhenLarge() {
        if (versions.values().stream().mapToInt(Versions::size).sum() > MOST_VERSIONS) {
            write();
            if (known.size() > MOST_KNOWN) {
                forget();
            }
        }
    }

    /// Writes what is not written yet.
    void write() {
        store.write(this);
        versions.values().forEach(Versions::written);
        known.values().forEach(Known::written);
        newlyGiven.clear();
        anyWritten = true;
        if (lastRecorded > 0) {
            summedTo = store.sumUp(operation, summedTo, lastRecorded);
        }
    }

    private void forget() {
        known.clear();
        papers.clear();
        given.clear();
        begin(false);
    }
}
