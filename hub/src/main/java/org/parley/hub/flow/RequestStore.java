package org.parley.hub.flow;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.parley.hub.journal.Entry;
import org.parley.kernel.id.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Requests and their lines, one row a version.
@Repository
class RequestStore {

    private static final String BEGIN =
            """
            INSERT INTO state.consignment (operation, consignment, originator, kind, sender,
                   receiver, authorities, origin, destination, destination_area, corridor,
                   ready_on, priority, refs, cargo, requested_at, heard_at, marks, label,
                   known_from)
            VALUES (:operation, :consignment, :originator, :kind, :sender, :receiver,
                   :authorities, :origin, :destination, :destinationArea, :corridor, :readyOn,
                   :priority, :refs::jsonb, :cargo, :requestedAt, :heardAt, :marks, :label,
                   :index)
            """;

    private static final String AMEND =
            """
            WITH ended AS (
                UPDATE state.consignment SET known_until = :index
                 WHERE operation = :operation AND consignment = :consignment
                   AND known_until = 9223372036854775807
                RETURNING *)
            INSERT INTO state.consignment (operation, consignment, originator, kind, sender,
                   receiver, authorities, origin, destination, destination_area, corridor,
                   ready_on, priority, refs, cargo, requested_at, heard_at, marks, label,
                   known_from)
            SELECT operation, consignment, originator, kind, sender, receiver, authorities,
                   origin, destination, destination_area, coalesce(:corridor, corridor),
                   coalesce(:readyOn::date, ready_on), coalesce(:priority, priority), refs,
                   :cargo, requested_at, heard_at, marks, label, :index
              FROM ended
            """;

    private static final String END_LINE =
            """
            UPDATE state.consignment_line SET known_until = :index
             WHERE operation = :operation AND consignment = :consignment AND line = :line
               AND known_until = 9223372036854775807
            """;

    private static final String BEGIN_LINE =
            """
            INSERT INTO state.consignment_line (operation, consignment, line, position,
                   description, category, quantity, unit, weight_tonnes, volume_m3,
                   tonnes_per_unit, expires_on, label, known_from)
            SELECT :operation, :consignment, :line, :position, :description, :category,
                   :quantity, :unit, :weight, :volume, :perUnit, :expiresOn, c.label, :index
              FROM state.consignment c
             WHERE c.operation = :operation AND c.consignment = :consignment
               AND c.known_until = 9223372036854775807
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    RequestStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void begin(Entry<?> entry, ConsignmentRequested said) {
        sql.sql(BEGIN)
                .param("operation", entry.operation().value())
                .param("consignment", said.consignment())
                .param("originator", entry.originator().value())
                .param("kind", said.kind().code())
                .param("sender", said.sender().value())
                .param("receiver", said.receiver().value())
                .param(
                        "authorities",
                        said.authorities().stream().map(PartnerId::value).toArray(String[]::new))
                .param("origin", said.origin())
                .param("destination", said.destination())
                .param("destinationArea", said.destinationArea())
                .param("corridor", said.corridor())
                .param("readyOn", said.readyOn())
                .param("priority", said.priority() == null ? null : said.priority().code())
                .param("refs", json.writeValueAsString(said.references()))
                .param("cargo", said.cargo().toArray(String[]::new))
                .param("requestedAt", entry.claimedAt().atOffset(UTC))
                .param("heardAt", entry.heardAt().atOffset(UTC))
                .param("marks", entry.marks().toArray(String[]::new))
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
        int position = 0;
        for (var line : said.lines()) {
            beginLine(entry, said.consignment(), line, position++);
        }
    }

    void amend(Entry<?> entry, ConsignmentAmended said, List<String> cargo, int lines) {
        sql.sql(AMEND)
                .param("operation", entry.operation().value())
                .param("consignment", said.consignment())
                .param("corridor", said.corridor())
                .param("readyOn", said.readyOn())
                .param("priority", said.priority() == null ? null : said.priority().code())
                .param("cargo", cargo.toArray(String[]::new))
                .param("index", entry.index())
                .update();
        int position = lines;
        for (var line : said.lines()) {
            endLine(entry, said.consignment(), line.line());
            beginLine(entry, said.consignment(), line, position++);
        }
        said.dropped().forEach(line -> endLine(entry, said.consignment(), line));
    }

    private void endLine(Entry<?> entry, String consignment, String line) {
        sql.sql(END_LINE)
                .param("operation", entry.operation().value())
                .param("consignment", consignment)
                .param("line", line)
                .param("index", entry.index())
                .update();
    }

    private void beginLine(Entry<?> entry, String consignment, LineItem line, int position) {
        sql.sql(BEGIN_LINE)
                .param("operation", entry.operation().value())
                .param("consignment", consignment)
                .param("line", line.line())
                .param("position", position)
                .param("description", line.description())
                .param("category", line.category())
                .param("quantity", line.quantity())
                .param("unit", line.unit().name())
                .param("weight", line.weightTonnes())
                .param("volume", line.volumeM3())
                .param("perUnit", line.tonnesPerUnit().orElse(null))
                .param("expiresOn", line.expiresOn())
                .param("index", entry.index())
                .update();
    }
}
