package org.parley.hub.places;

import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// From what a question is answered: what a reader may see at a cut, or all that stands, for an
/// operation's writer as it decides.
///
/// @param sight null for the writer
record Scope(OperationId operation, long size, @Nullable Sight sight) {

    static Scope of(Sight sight, Cut cut) {
        return new Scope(cut.operation(), cut.size(), sight);
    }

    static Scope writer(OperationId operation) {
        return new Scope(operation, Cut.STILL_KNOWN, null);
    }

    StatementSpec on(StatementSpec statement) {
        return statement
                .param("operation", operation.value())
                .param("size", size)
                .param("all", sight == null)
                .param("labels", labels(FieldClass.HEADER))
                .param("coarse", labels(FieldClass.COARSE))
                .param("operational", labels(FieldClass.OPERATIONAL))
                .param("exact", labels(FieldClass.EXACT));
    }

    private Integer[] labels(FieldClass wanted) {
        return sight == null ? new Integer[0] : sight.labels(wanted);
    }
}
