package org.parley.hub.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.hub.heard.Awaiting;
import org.parley.hub.heard.Question;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.OwnStatements;
import org.parley.hub.journal.Sight;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Recalls that await their holders: who recalled a statement sees a question for each that could
/// read it, others see their own and those of whom they see an answer. It is due at the end of the
/// day that the recall names, by UTC, and answered by the first answer after it.
@Repository
class AwaitedAnswerStore implements Awaiting {

    private static final String RECALLS =
            """
            SELECT originator, record, until_day, known_from FROM state.recall
             WHERE operation = :operation AND label = ANY(:labels)
               AND known_from < :size AND known_until >= :size
             ORDER BY known_from
            """;

    private static final String ANSWERS =
            """
            SELECT originator, record, holder, known_from FROM state.recall_answer
             WHERE operation = :operation AND label = ANY(:labels)
               AND known_from < :size AND known_until >= :size
             ORDER BY known_from
            """;

    private record Record(PartnerId originator, UUID id) {}

    private record Recall(Record record, @Nullable LocalDate by, long index) {}

    private record Answer(Record record, PartnerId holder, long index) {}

    private final JdbcClient sql;
    private final OwnStatements own;
    private final Holders holders;

    AwaitedAnswerStore(JdbcClient sql, OwnStatements own, Holders holders) {
        this.sql = sql;
        this.own = own;
        this.holders = holders;
    }

    @Override
    public String kind() {
        return "release.recall";
    }

    @Override
    public List<Question> asked(Sight sight, Cut cut) {
        var first = new LinkedHashMap<Record, Recall>();
        all(RECALLS, sight, cut)
                .query((row, _) -> recall(row))
                .list()
                .forEach(recall -> first.putIfAbsent(recall.record(), recall));
        var answers = new HashMap<Record, List<Answer>>();
        all(ANSWERS, sight, cut)
                .query((row, _) -> answer(row))
                .list()
                .forEach(
                        answer ->
                                answers.computeIfAbsent(answer.record(), _ -> new ArrayList<>())
                                        .add(answer));
        var questions = new ArrayList<Question>();
        for (var recall : first.values()) {
            var heard = answers.getOrDefault(recall.record(), List.of());
            for (var holder : asked(sight, cut, recall, heard)) {
                questions.add(question(recall, holder, heard));
            }
        }
        return questions;
    }

    private Set<PartnerId> asked(Sight sight, Cut cut, Recall recall, List<Answer> heard) {
        var asked = new TreeSet<>(java.util.Comparator.comparing(PartnerId::value));
        var originator = recall.record().originator();
        if (sight.reader().organisation().equals(originator)) {
            asked.addAll(possible(cut, recall).keySet());
        } else {
            asked.add(sight.reader().organisation());
        }
        heard.stream()
                .filter(answer -> answer.index() > recall.index())
                .forEach(answer -> asked.add(answer.holder()));
        return asked;
    }

    private Map<PartnerId, ?> possible(Cut cut, Recall recall) {
        var originator = recall.record().originator();
        return own.find(cut.operation(), originator, new StatementId(recall.record().id()))
                .map(statement -> holders.of(cut, originator, statement))
                .orElse(Map.of());
    }

    private static Question question(Recall recall, PartnerId holder, List<Answer> heard) {
        return new Question(
                "statement/" + recall.record().id(),
                recall.record().originator(),
                holder,
                recall.index(),
                due(recall.by()),
                heard.stream()
                        .filter(answer -> answer.holder().equals(holder))
                        .map(Answer::index)
                        .filter(index -> index > recall.index())
                        .findFirst()
                        .map(Question.End::answered)
                        .orElse(null));
    }

    private static @Nullable Instant due(@Nullable LocalDate by) {
        return by == null ? null : by.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private JdbcClient.StatementSpec all(String question, Sight sight, Cut cut) {
        return sql.sql(question)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("labels", sight.labels());
    }

    private static Recall recall(ResultSet row) throws SQLException {
        return new Recall(
                record(row),
                row.getObject("until_day", LocalDate.class),
                row.getLong("known_from"));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                record(row), new PartnerId(row.getString("holder")), row.getLong("known_from"));
    }

    private static Record record(ResultSet row) throws SQLException {
        return new Record(
                new PartnerId(row.getString("originator")), row.getObject("record", UUID.class));
    }
}
