package org.parley.hub.flow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.hub.journal.Entry;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Rulings, manifests and legs, one row a version.
@Repository
class PaperStore {

    private static final String MANIFEST_OWNER =
            """
            SELECT originator FROM state.manifest
             WHERE operation = :operation AND manifest = :manifest
               AND known_until = 9223372036854775807
            """;

    private static final String MANIFEST_LINES =
            """
            SELECT consignment, line FROM state.manifest_entry
             WHERE operation = :operation AND manifest = :manifest
               AND known_until = 9223372036854775807
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    PaperStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<PartnerId> manifestOwner(Draft draft, String manifest) {
        return paper(draft, manifest).map(Draft.Paper::owner);
    }

    /// The consignments that are on a manifest now.
    Set<String> onManifest(Draft draft, String manifest) {
        var all = new TreeSet<String>();
        paper(draft, manifest)
                .ifPresent(paper -> paper.entries().forEach(on -> all.add(on.consignment())));
        return all;
    }

    private Optional<Draft.Paper> paper(Draft draft, String manifest) {
        var met = draft.papers().get(manifest);
        if (met != null || draft.knowsAllPapers()) {
            return Optional.ofNullable(met);
        }
        var read = read(draft.operation(), manifest);
        read.ifPresent(paper -> draft.papers().put(manifest, paper));
        return read;
    }

    private Optional<Draft.Paper> read(OperationId operation, String manifest) {
        return sql.sql(MANIFEST_OWNER)
                .param("operation", operation.value())
                .param("manifest", manifest)
                .query(String.class)
                .optional()
                .map(owner -> new Draft.Paper(new PartnerId(owner), entries(operation, manifest)));
    }

    private List<Draft.Place> entries(OperationId operation, String manifest) {
        return sql.sql(MANIFEST_LINES)
                .param("operation", operation.value())
                .param("manifest", manifest)
                .query(
                        (row, _) ->
                                new Draft.Place(
                                        row.getString("consignment"), row.getString("line")))
                .list();
    }

    /// @param allowed how much of the line it is for
    void rule(Draft draft, Entry<?> entry, Ruled said, LineRuling line, BigDecimal allowed) {
        var rulings = draft.versions(Table.RULING);
        var authority = said.authority().value();
        var originator = entry.originator().value();
        rulings.end(entry.index(), said.consignment(), line.line(), authority, originator);
        rulings.begin(
                entry.index(),
                said.consignment(),
                line.line(),
                authority,
                originator,
                said.ruling(),
                entry.id().value(),
                line.outcome().code(),
                allowed,
                line.reasons().stream().map(RefusalReason::code).toList(),
                line.note(),
                List.copyOf(said.conditions()),
                said.validUntil(),
                entry.claimedAt(),
                entry.marks(),
                entry.label());
    }

    void manifest(
            Draft draft, Entry<?> entry, Manifested said, Map<ManifestEntry, BigDecimal> counted) {
        var manifests = draft.versions(Table.MANIFEST);
        var lines = draft.versions(Table.MANIFEST_ENTRY);
        paper(draft, said.manifest())
                .ifPresent(
                        before -> {
                            manifests.end(entry.index(), said.manifest());
                            for (var on : before.entries()) {
                                lines.end(
                                        entry.index(),
                                        said.manifest(),
                                        on.consignment(),
                                        on.line());
                            }
                        });
        manifests.begin(
                entry.index(),
                said.manifest(),
                entry.originator().value(),
                said.crossing(),
                said.day(),
                said.trucks(),
                entry.id().value(),
                entry.heardAt(),
                entry.marks(),
                entry.label());
        counted.forEach(
                (line, quantity) ->
                        lines.begin(
                                entry.index(),
                                said.manifest(),
                                line.consignment(),
                                line.line(),
                                quantity,
                                entry.label()));
        draft.papers()
                .put(
                        said.manifest(),
                        new Draft.Paper(
                                entry.originator(),
                                counted.keySet().stream()
                                        .map(on -> new Draft.Place(on.consignment(), on.line()))
                                        .toList()));
    }

    void leg(Draft draft, Entry<?> entry, LegPlanned said) {
        var legs = draft.versions(Table.LEG);
        legs.end(entry.index(), said.consignment(), said.leg());
        var exact = draft.versions(Table.LEG_EXACT);
        exact.end(entry.index(), said.consignment(), said.leg());
        exact.begin(
                entry.index(),
                said.consignment(),
                said.leg(),
                said.from(),
                said.to(),
                entry.label());
        legs.begin(
                entry.index(),
                said.consignment(),
                said.leg(),
                said.carrier().value(),
                said.departs(),
                said.arrives(),
                json.writeValueAsString(said.goods()),
                entry.id().value(),
                entry.originator().value(),
                entry.label());
    }
}
