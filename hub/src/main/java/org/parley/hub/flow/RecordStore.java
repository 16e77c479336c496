package org.parley.hub.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
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

    private static final String SAVE =
            """
            INSERT INTO state.consignment_record (operation, consignment, record)
            VALUES (:operation, :consignment, :record::jsonb)
            ON CONFLICT (operation, consignment) DO UPDATE SET record = EXCLUDED.record
            """;

    private static final String TAKEN =
            """
            SELECT EXISTS (SELECT FROM state.consignment_reference
             WHERE operation = :operation AND originator = :originator AND scheme = :scheme
               AND value = :value)
            """;

    private static final String TAKE =
            """
            INSERT INTO state.consignment_reference
                   (operation, originator, scheme, value, consignment)
            VALUES (:operation, :originator, :scheme, :value, :consignment)
            ON CONFLICT DO NOTHING
            """;

    private static final String MANIFEST_OWNER =
            """
            SELECT originator FROM state.manifest
             WHERE operation = :operation AND manifest = :manifest
               AND known_until = 9223372036854775807
            """;

    private static final String MANIFEST_LINES =
            """
            SELECT DISTINCT consignment FROM state.manifest_entry
             WHERE operation = :operation AND manifest = :manifest
               AND known_until = 9223372036854775807
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    RecordStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

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

    void save(OperationId operation, Consignment consignment) {
        sql.sql(SAVE)
                .param("operation", operation.value())
                .param("consignment", consignment.consignment())
                .param("record", json.writeValueAsString(consignment))
                .update();
    }

    boolean isTaken(OperationId operation, PartnerId originator, Reference reference) {
        return sql.sql(TAKEN)
                .param("operation", operation.value())
                .param("originator", originator.value())
                .param("scheme", reference.scheme())
                .param("value", reference.value())
                .query(Boolean.class)
                .single();
    }

    void take(
            OperationId operation, PartnerId originator, Reference reference, String consignment) {
        sql.sql(TAKE)
                .param("operation", operation.value())
                .param("originator", originator.value())
                .param("scheme", reference.scheme())
                .param("value", reference.value())
                .param("consignment", consignment)
                .update();
    }

    Optional<PartnerId> manifestOwner(OperationId operation, String manifest) {
        return sql.sql(MANIFEST_OWNER)
                .param("operation", operation.value())
                .param("manifest", manifest)
                .query(String.class)
                .optional()
                .map(PartnerId::new);
    }

    /// The consignments that are on a manifest now.
    List<String> onManifest(OperationId operation, String manifest) {
        return sql.sql(MANIFEST_LINES)
                .param("operation", operation.value())
                .param("manifest", manifest)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
