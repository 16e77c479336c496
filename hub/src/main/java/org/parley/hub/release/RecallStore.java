package org.parley.hub.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Recalls and what holders answered: one row for each thing said, none of them replaced.
@Repository
class RecallStore {

    /// Recalls that are listed at most.
    private static final int MOST = 500;

    private static final String KNOWN =
            """
             WHERE operation = :operation
               AND known_from < :size AND known_until >= :size AND label = ANY(:labels)
               AND (:originator::text IS NULL OR originator = :originator)
               AND (:record::uuid IS NULL OR record = :record)
            """;

    private static final String RECALLS =
            "SELECT originator, record, recall, reason, until_day, at FROM state.recall"
                    + KNOWN
                    + "ORDER BY known_from DESC LIMIT "
                    + MOST;

    private static final String ANSWERS =
            "SELECT originator, record, holder, statement, answer, note, at, label"
                    + " FROM state.recall_answer"
                    + KNOWN
                    + "ORDER BY known_from";

    private static final String ADD =
            """
            INSERT INTO state.recall (operation, originator, record, recall, reason, until_day, at,
                   label, known_from)
            VALUES (:operation, :originator, :record, :recall, :reason, :by, :at, :label, :index)
            """;

    private static final String ADD_ANSWER =
            """
            INSERT INTO state.recall_answer (operation, originator, record, holder, statement,
                   answer, note, at, label, known_from)
            VALUES (:operation, :originator, :record, :holder, :statement, :answer, :note, :at,
                   :label, :index)
            """;

    private final JdbcClient sql;

    RecallStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// One statement, or all of them.
    record Of(@Nullable String originator, @Nullable UUID record) {
        static final Of ALL = new Of(null, null);
    }

    record Recall(
            String originator,
            UUID record,
            UUID recall,
            String reason,
            @Nullable LocalDate by,
            Instant at) {}

    record Answer(
            String originator,
            UUID record,
            String holder,
            UUID statement,
            String answer,
            @Nullable String note,
            Instant at,
            int label) {}

    List<Recall> recalls(Sight sight, Cut cut, Of of) {
        return known(RECALLS, sight, cut, of).query(RecallStore::recall).list();
    }

    List<Answer> answers(Sight sight, Cut cut, Of of) {
        return known(ANSWERS, sight, cut, of).query(RecallStore::answer).list();
    }

    private JdbcClient.StatementSpec known(String question, Sight sight, Cut cut, Of of) {
        return sql.sql(question)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("labels", sight.labels())
                .param("originator", of.originator())
                .param("record", of.record());
    }

    private static Recall recall(ResultSet row, int number) throws SQLException {
        return new Recall(
                row.getString("originator"),
                row.getObject("record", UUID.class),
                row.getObject("recall", UUID.class),
                row.getString("reason"),
                row.getObject("until_day", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Answer answer(ResultSet row, int number) throws SQLException {
        return new Answer(
                row.getString("originator"),
                row.getObject("record", UUID.class),
                row.getString("holder"),
                row.getObject("statement", UUID.class),
                row.getString("answer"),
                row.getString("note"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("label"));
    }

    void add(Entry<RecallAsked> entry) {
        var said = entry.body();
        sql.sql(ADD)
                .param("operation", entry.operation().value())
                .param("originator", entry.originator().value())
                .param("record", said.record().value())
                .param("recall", entry.id().value())
                .param("reason", said.reason())
                .param("by", said.by())
                .param("at", entry.heardAt().atOffset(ZoneOffset.UTC))
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }

    void addAnswer(Entry<RecallAnswered> entry) {
        var said = entry.body();
        sql.sql(ADD_ANSWER)
                .param("operation", entry.operation().value())
                .param("originator", said.originator().value())
                .param("record", said.record().value())
                .param("holder", entry.originator().value())
                .param("statement", entry.id().value())
                .param("answer", said.answer().code())
                .param("note", said.note())
                .param("at", entry.heardAt().atOffset(ZoneOffset.UTC))
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }
}
