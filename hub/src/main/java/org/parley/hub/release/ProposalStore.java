package org.parley.hub.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Sight;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Acts that wait for a second person.
@Repository
class ProposalStore {

    /// Proposals that are listed at most.
    private static final int MOST = 200;

    /// @param actIndex where the act is in the log; null while nobody agreed
    record Proposal(
            UUID id,
            UUID act,
            String type,
            String rule,
            String account,
            Instant proposedAt,
            Instant expiresAt,
            @Nullable Long actIndex) {}

    private static final String KNOWN =
            """
            SELECT p.proposal, p.act, p.type, p.rule, p.account, p.proposed_at, p.expires_at,
                   s.idx AS act_index
              FROM state.proposal p
              LEFT JOIN journal.statement s
                ON s.operation = p.operation AND s.originator = p.originator AND s.id = p.act
               AND s.idx < :size
             WHERE p.operation = :operation AND p.originator = :originator
               AND p.known_from < :size AND p.known_until >= :size AND p.label = ANY(:labels)
               AND (:proposal::uuid IS NULL OR p.proposal = :proposal)
             ORDER BY p.known_from DESC
             LIMIT\s"""
                    + MOST;

    private static final String IS_OPEN =
            """
            SELECT EXISTS (
                SELECT FROM state.proposal
                 WHERE operation = :operation AND originator = :originator
                   AND proposal = :proposal AND known_until = 9223372036854775807)
            """;

    private static final String ADD =
            """
            INSERT INTO state.proposal (operation, originator, proposal, act, type, rule, account,
                   proposed_at, expires_at, label, known_from)
            VALUES (:operation, :originator, :proposal, :act, :type, :rule, :account, :at, :expires,
                   :label, :index)
            """;

    private static final String END =
            """
            UPDATE state.proposal SET known_until = :index
             WHERE operation = :operation AND originator = :originator AND proposal = :proposal
               AND known_until = 9223372036854775807
            """;

    private final JdbcClient sql;

    ProposalStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Proposal> list(Sight sight, Cut cut, @Nullable UUID one) {
        return sql.sql(KNOWN)
                .param("operation", cut.operation().value())
                .param("originator", sight.reader().organisation().value())
                .param("size", cut.size())
                .param("labels", sight.labels())
                .param("proposal", one)
                .query(ProposalStore::proposal)
                .list();
    }

    Optional<Proposal> find(Sight sight, Cut cut, StatementId id) {
        return list(sight, cut, id.value()).stream().findFirst();
    }

    private static Proposal proposal(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getObject("proposal", UUID.class),
                row.getObject("act", UUID.class),
                row.getString("type"),
                row.getString("rule"),
                row.getString("account"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("act_index", Long.class));
    }

    boolean isOpen(OperationId operation, PartnerId originator, StatementId proposal) {
        return sql.sql(IS_OPEN)
                .param("operation", operation.value())
                .param("originator", originator.value())
                .param("proposal", proposal.value())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    void add(Entry<ActProposed> entry, Instant expiresAt) {
        var said = entry.body();
        sql.sql(ADD)
                .param("operation", entry.operation().value())
                .param("originator", entry.originator().value())
                .param("proposal", entry.id().value())
                .param("act", said.act().value())
                .param("type", said.type())
                .param("rule", said.rule().code())
                .param("account", entry.account())
                .param("at", entry.heardAt().atOffset(ZoneOffset.UTC))
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }

    void end(Entry<ActWithdrawn> entry) {
        sql.sql(END)
                .param("operation", entry.operation().value())
                .param("originator", entry.originator().value())
                .param("proposal", entry.body().proposal().value())
                .param("index", entry.index())
                .update();
    }
}
