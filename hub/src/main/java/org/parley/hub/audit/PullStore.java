package org.parley.hub.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Which records' positions an organisation was given by lists on a day, only ever added to.
@Repository
class PullStore {

    private static final String LOCK =
            """
            SELECT pg_advisory_xact_lock(
                   hashtextextended(:operation || '/' || :organisation || '/' || :day, 0))::text
            """;

    private static final String PULLED =
            """
            SELECT idx FROM audit.pulled
             WHERE operation = :operation AND organisation = :organisation AND day = :day
            """;

    private static final String ADD =
            """
            INSERT INTO audit.pulled (operation, organisation, day, idx, originator)
            SELECT s.operation, :organisation, :day, s.idx, s.originator
              FROM journal.statement s
             WHERE s.operation = :operation AND s.idx = ANY(:indices)
            ON CONFLICT DO NOTHING
            """;

    // Once for each originator, of its own records, and once for the reader's organisation, of all.
    private static final String RAISE =
            """
            INSERT INTO audit.alert (operation, seer, organisation, account, hour, raised_at,
                   records, usual, bound, what)
            SELECT :operation, coalesce(originator, :organisation), :organisation, :account,
                   :day::date::timestamp AT TIME ZONE 'UTC', :at, count(*), 0, :bound, 'pulls'
              FROM audit.pulled
             WHERE operation = :operation AND organisation = :organisation AND day = :day
             GROUP BY GROUPING SETS ((originator), ())
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient sql;

    PullStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Nobody else counts this day until the transaction ends.
    void lock(PullsADay.Day day) {
        on(sql.sql(LOCK), day).query(String.class).single();
    }

    Set<Long> pulled(PullsADay.Day day) {
        return new HashSet<>(on(sql.sql(PULLED), day).query(Long.class).list());
    }

    void add(PullsADay.Day day, List<Long> indices) {
        on(sql.sql(ADD), day).param("indices", indices.toArray(Long[]::new)).update();
    }

    /// @return how many alerts there were not yet
    int raise(PullsADay.Day day, String account, Instant at, int bound) {
        return on(sql.sql(RAISE), day)
                .param("account", account)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("bound", bound)
                .update();
    }

    private static StatementSpec on(StatementSpec statement, PullsADay.Day day) {
        return statement
                .param("operation", day.operation().value())
                .param("organisation", day.organisation().value())
                .param("day", day.day());
    }
}
