package org.parley.hub.flow;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.kernel.id.OperationId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What the next decision needs, one row a consignment. Not versioned: decisions are made at the
/// end of the log only.
@Repository
class RecordStore {

    private static final String LOAD =
            """
            SELECT record::text FROM state.consignment_record
             WHERE operation = :operation AND consignment = ANY(:consignments)
            """;

    private static final String TAKEN =
            """
            SELECT EXISTS (SELECT FROM state.consignment_reference
             WHERE operation = :operation AND originator = :originator AND scheme = :scheme
               AND value = :value)
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    RecordStore(@Qualifier("keeper") JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// As they are written: for who is not deciding.
    Map<String, Consignment> load(OperationId operation, Set<String> consignments) {
        var found = new TreeMap<String, Consignment>();
        sql.sql(LOAD)
                .param("operation", operation.value())
                .param("consignments", consignments.toArray(String[]::new))
                .query((row, _) -> json.readValue(row.getString(1), Consignment.class))
                .list()
                .forEach(one -> found.put(one.consignment(), one));
        return found;
    }

    boolean isTaken(Draft draft, Draft.Given reference) {
        return draft.isGiven(reference, it -> isWritten(draft.operation(), it));
    }

    private boolean isWritten(OperationId operation, Draft.Given given) {
        return sql.sql(TAKEN)
                .param("operation", operation.value())
                .param("originator", given.originator().value())
                .param("scheme", given.reference().scheme())
                .param("value", given.reference().value())
                .query(Boolean.class)
                .single();
    }
}
