package org.parley.hub.partners;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.heard.Awaiting;
import org.parley.hub.heard.Question;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.kernel.id.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Applications for registration that await an authority. The next report of another status answers
/// an application, whoever makes it; one that was withdrawn awaits nothing any more.
@Repository
class AwaitedRegistrationStore implements Awaiting {

    private static final String REPORTS =
            """
            SELECT partner, authority, originator, status, known_from FROM state.registration
             WHERE operation = :operation AND known_from < :size AND label = ANY(:labels)
             ORDER BY known_from
            """;

    private record Report(
            PartnerId partner, PartnerId authority, PartnerId by, String status, long index) {}

    private record Between(PartnerId partner, PartnerId authority) {}

    private final JdbcClient sql;

    AwaitedRegistrationStore(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "partners.registration";
    }

    @Override
    public List<Question> asked(Sight sight, Cut cut) {
        var open = new HashMap<Between, Report>();
        var questions = new ArrayList<Question>();
        for (var report : reports(sight, cut)) {
            var between = new Between(report.partner(), report.authority());
            if (report.status().equals(RegistrationStatus.APPLIED.code())) {
                open.putIfAbsent(between, report);
                continue;
            }
            var applied = open.remove(between);
            if (applied != null) {
                boolean answered = !report.status().equals(RegistrationStatus.WITHDRAWN.code());
                questions.add(question(applied, new Question.End(answered, report.index())));
            }
        }
        open.values().forEach(applied -> questions.add(question(applied, null)));
        return questions;
    }

    private List<Report> reports(Sight sight, Cut cut) {
        return sql.sql(REPORTS)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("labels", sight.labels())
                .query(
                        (row, _) ->
                                new Report(
                                        new PartnerId(row.getString("partner")),
                                        new PartnerId(row.getString("authority")),
                                        new PartnerId(row.getString("originator")),
                                        row.getString("status"),
                                        row.getLong("known_from")))
                .list();
    }

    private static Question question(Report applied, Question.@Nullable End end) {
        return new Question(
                "partner/" + applied.partner(),
                applied.by(),
                applied.authority(),
                applied.index(),
                null,
                end);
    }
}
