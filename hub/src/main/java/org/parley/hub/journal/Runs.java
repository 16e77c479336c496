package org.parley.hub.journal;

import java.util.ArrayList;
import java.util.List;

/// Accepted entries whose effects are still to be written, in the log's order. Those of one kind
/// that follow each other are written together.
final class Runs {

    private record Run<B extends Record & Body>(StatementKind<B> kind, List<Entry<B>> entries) {

        void apply() {
            kind.applyAll(entries);
        }
    }

    private final List<Run<?>> waiting = new ArrayList<>();

    @SuppressWarnings("unchecked") // a kind has one type of body
    <B extends Record & Body> void add(StatementKind<B> kind, Entry<B> entry) {
        if (waiting.isEmpty() || waiting.getLast().kind() != kind) {
            waiting.add(new Run<>(kind, new ArrayList<>()));
        }
        ((Run<B>) waiting.getLast()).entries().add(entry);
    }

    /// Writes the effects of all that wait.
    ///
    /// @throws UndecidableStatement when one of them cannot be written
    void apply() {
        var now = List.copyOf(waiting);
        waiting.clear();
        try {
            now.forEach(Run::apply);
        } catch (RuntimeException fault) {
            throw new UndecidableStatement(fault);
        }
    }
}
