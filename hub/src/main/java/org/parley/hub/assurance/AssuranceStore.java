package org.parley.hub.assurance;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.AuthorProofs;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Sight;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.statement.AuthorProof;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Proofs of authors and acknowledgements: one row for each thing said, none of them replaced.
@Repository
class AssuranceStore implements AuthorProofs {

    private static final String KNOWN =
            """
             WHERE operation = :operation AND originator = :originator AND record = :record
               AND known_from < :size AND known_until >= :size AND label = ANY(:labels)
             ORDER BY known_from
             LIMIT 200
            """;

    private static final String PROOFS =
            "SELECT statement, public_key, authenticator_data, client_data, signature, at"
                    + " FROM state.author_proof"
                    + KNOWN;

    private static final String ACKNOWLEDGEMENTS =
            "SELECT statement, by_organisation, means, post, hash, read_back, note, recorder,"
                    + " proved, at, label FROM state.acknowledgement"
                    + KNOWN;

    private static final String ADD_PROOF =
            """
            INSERT INTO state.author_proof (operation, originator, record, statement, public_key,
                   authenticator_data, client_data, signature, at, label, known_from)
            VALUES (:operation, :originator, :record, :statement, :key, :data, :client, :signature,
                   :at, :label, :index)
            """;

    private static final String ADD =
            """
            INSERT INTO state.acknowledgement (operation, originator, record, statement,
                   by_organisation, means, post, hash, read_back, note, recorder, proved, at, label,
                   known_from)
            VALUES (:operation, :originator, :record, :statement, :by, :means, :post, :hash,
                   :readBack, :note, :recorder, :proved, :at, :label, :index)
            """;

    private final JdbcClient sql;

    AssuranceStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Proved(UUID statement, AuthorProof proof, Instant at) {}

    record Acknowledgement(
            UUID statement,
            String by,
            String means,
            @Nullable String post,
            @Nullable String hash,
            @Nullable String readBack,
            @Nullable String note,
            String recorder,
            boolean proved,
            Instant at,
            int label) {}

    List<Proved> proofs(Sight sight, Cut cut, PartnerId originator, StatementId record) {
        return known(PROOFS, sight, cut, originator, record)
                .query(
                        (row, _) ->
                                new Proved(
                                        row.getObject("statement", UUID.class),
                                        new AuthorProof(
                                                row.getBytes("public_key"),
                                                row.getBytes("authenticator_data"),
                                                row.getBytes("client_data"),
                                                row.getBytes("signature")),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public Optional<AuthorProof> find(
            Sight sight, Cut cut, PartnerId originator, StatementId record) {
        return proofs(sight, cut, originator, record).stream().map(Proved::proof).findFirst();
    }

    List<Acknowledgement> acknowledgements(
            Sight sight, Cut cut, PartnerId originator, StatementId record) {
        return known(ACKNOWLEDGEMENTS, sight, cut, originator, record)
                .query(
                        (row, _) ->
                                new Acknowledgement(
                                        row.getObject("statement", UUID.class),
                                        row.getString("by_organisation"),
                                        row.getString("means"),
                                        row.getString("post"),
                                        row.getString("hash"),
                                        row.getString("read_back"),
                                        row.getString("note"),
                                        row.getString("recorder"),
                                        row.getBoolean("proved"),
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getInt("label")))
                .list();
    }

    private JdbcClient.StatementSpec known(
            String question, Sight sight, Cut cut, PartnerId originator, StatementId record) {
        return sql.sql(question)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("labels", sight.labels())
                .param("originator", originator.value())
                .param("record", record.value());
    }

    void add(Entry<AuthorProved> entry) {
        var proof = entry.body().proof();
        sql.sql(ADD_PROOF)
                .param("operation", entry.operation().value())
                .param("originator", entry.originator().value())
                .param("record", entry.body().record().value())
                .param("statement", entry.id().value())
                .param("key", proof.publicKey())
                .param("data", proof.authenticatorData())
                .param("client", proof.clientData())
                .param("signature", proof.signature())
                .param("at", entry.heardAt().atOffset(ZoneOffset.UTC))
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }

    /// @param proved whether the signature of its file was checked and holds
    void add(Entry<Acknowledged> entry, boolean proved) {
        var said = entry.body();
        sql.sql(ADD)
                .param("operation", entry.operation().value())
                .param("originator", said.originator().value())
                .param("record", said.record().value())
                .param("statement", entry.id().value())
                .param("by", said.acknowledgedBy().value())
                .param("means", said.means().code())
                .param("post", said.post())
                .param("hash", said.hash())
                .param("readBack", said.readBack())
                .param("note", said.note())
                .param("recorder", entry.originator().value())
                .param("proved", proved && said.means() == Means.SIGNED_FILE)
                .param("at", entry.claimedAt().atOffset(ZoneOffset.UTC))
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }
}
