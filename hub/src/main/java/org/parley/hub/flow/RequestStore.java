package org.parley.hub.flow;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Sight;
import org.parley.kernel.id.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Requests and their lines, one row a version.
@Repository
class RequestStore {

    // Places of what changes, or is needed again, among the values of a version.
    private static final int CORRIDOR = 7;
    private static final int READY_ON = 8;
    private static final int PRIORITY = 9;
    private static final int CARGO = 11;
    private static final int LABEL = 15;

    private static final String AMEND =
            """
            WITH ended AS (
                UPDATE state.consignment SET known_until = :index
                 WHERE operation = :operation AND consignment = :consignment
                   AND known_until = 9223372036854775807
                RETURNING *)
            INSERT INTO state.consignment (operation, consignment, originator, kind, sender,
                   receiver, authorities, destination_area, corridor,
                   ready_on, priority, refs, cargo, requested_at, heard_at, marks, label,
                   known_from)
            SELECT operation, consignment, originator, kind, sender, receiver, authorities,
                   destination_area, coalesce(:corridor, corridor),
                   coalesce(:readyOn::date, ready_on), coalesce(:priority, priority), refs,
                   :cargo, requested_at, heard_at, marks, label, :index
              FROM ended
            RETURNING label
            """;

    private static final String SHOWN =
            """
            SELECT DISTINCT consignment FROM state.consignment
             WHERE operation = :operation AND consignment = ANY(:consignments)
               AND label = ANY(:labels) AND known_until = 9223372036854775807
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    RequestStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// Which of these exist for a reader, as the log stands.
    Set<String> shown(Sight sight, Set<String> consignments) {
        return Set.copyOf(
                sql.sql(SHOWN)
                        .param("operation", sight.reader().operation().value())
                        .param("consignments", consignments.toArray(String[]::new))
                        .param("labels", sight.labels())
                        .query(String.class)
                        .list());
    }

    void begin(Draft draft, Entry<?> entry, ConsignmentRequested said) {
        draft.versions(Table.CONSIGNMENT)
                .begin(
                        entry.index(),
                        said.consignment(),
                        entry.originator().value(),
                        said.kind().code(),
                        said.sender().value(),
                        said.receiver().value(),
                        said.authorities().stream().map(PartnerId::value).toList(),
                        said.destinationArea(),
                        said.corridor(),
                        said.readyOn(),
                        said.priority() == null ? null : said.priority().code(),
                        json.writeValueAsString(said.references()),
                        List.copyOf(said.cargo()),
                        entry.claimedAt(),
                        entry.heardAt(),
                        entry.marks(),
                        entry.label());
        if (said.origin() != null || said.destination() != null) {
            draft.versions(Table.CONSIGNMENT_EXACT)
                    .begin(
                            entry.index(),
                            said.consignment(),
                            said.origin(),
                            said.destination(),
                            entry.label());
        }
        int position = 0;
        for (var line : said.lines()) {
            beginLine(draft, entry, said.consignment(), line, position++, entry.label());
        }
    }

    void amend(
            Draft draft, Entry<?> entry, ConsignmentAmended said, List<String> cargo, int lines) {
        var label = amend(draft, entry, said, cargo);
        int position = lines;
        for (var line : said.lines()) {
            endLine(draft, entry, said.consignment(), line.line());
            if (label.isPresent()) {
                beginLine(draft, entry, said.consignment(), line, position++, label.getAsInt());
            }
        }
        said.dropped().forEach(line -> endLine(draft, entry, said.consignment(), line));
    }

    /// The label of the request.
    private OptionalInt amend(
            Draft draft, Entry<?> entry, ConsignmentAmended said, List<String> cargo) {
        var consignments = draft.versions(Table.CONSIGNMENT);
        var standing = consignments.unwritten(said.consignment());
        if (standing.isEmpty()) {
            return amendWritten(draft, entry, said, cargo);
        }
        var next = standing.get().then(entry.index(), CARGO, cargo);
        if (said.corridor() != null) {
            next.values()[CORRIDOR] = said.corridor();
        }
        if (said.readyOn() != null) {
            next.values()[READY_ON] = said.readyOn();
        }
        if (said.priority() != null) {
            next.values()[PRIORITY] = said.priority().code();
        }
        consignments.end(entry.index(), said.consignment());
        consignments.begin(next);
        return next.values()[LABEL] instanceof Integer label
                ? OptionalInt.of(label)
                : OptionalInt.empty();
    }

    private OptionalInt amendWritten(
            Draft draft, Entry<?> entry, ConsignmentAmended said, List<String> cargo) {
        var label =
                sql.sql(AMEND)
                        .param("operation", entry.operation().value())
                        .param("consignment", said.consignment())
                        .param("corridor", said.corridor())
                        .param("readyOn", said.readyOn())
                        .param("priority", said.priority() == null ? null : said.priority().code())
                        .param("cargo", cargo.toArray(String[]::new))
                        .param("index", entry.index())
                        .query(Integer.class)
                        .optional();
        draft.versions(Table.CONSIGNMENT).isInTable(said.consignment());
        return label.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static void endLine(Draft draft, Entry<?> entry, String consignment, String line) {
        draft.versions(Table.LINE).end(entry.index(), consignment, line);
    }

    private void beginLine(
            Draft draft,
            Entry<?> entry,
            String consignment,
            LineItem line,
            int position,
            int label) {
        draft.versions(Table.LINE)
                .begin(
                        entry.index(),
                        consignment,
                        line.line(),
                        position,
                        line.description(),
                        line.category(),
                        line.quantity(),
                        line.unit().name(),
                        line.weightTonnes(),
                        line.volumeM3(),
                        line.tonnesPerUnit().orElse(null),
                        line.expiresOn(),
                        line.names() == null ? null : json.writeValueAsString(line.names()),
                        label);
    }
}
