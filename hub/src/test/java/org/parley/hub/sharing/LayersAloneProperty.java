package org.parley.hub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.store.Behalf;
import org.parley.kernel.id.OperationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Each layer by itself (trust.md A5): the database gives nobody a row of a record that does not
/// exist for them, nor any exact field that they may not see, whatever is asked of it; and with row
/// security taken away the hub's own layer still shows nothing more at any address.
/// `-Dsharing.seed` repeats a run, `-Dsharing.records` makes it longer.
class LayersAloneProperty {

    private static final long SEED = Long.getLong("sharing.seed", 20_261_125L);
    private static final int RECORDS = Integer.getInteger("sharing.records", 120);
    private static final int DETAILS = Integer.getInteger("sharing.details", 2);

    private static final String TABLES =
            """
            SELECT c.oid::regclass::text FROM pg_class c
             WHERE c.relkind = 'r'
               AND c.relnamespace::regnamespace::text IN ('state', 'journal', 'access')
               AND has_table_privilege('parley_reader', c.oid, 'SELECT')
            """;

    private final Company company = new Company(SEED);

    @AfterEach
    void stop() {
        Behalf.nobody();
        company.close();
    }

    @Test
    void neitherLayerNeedsTheOther() throws SQLException {
        System.err.printf("layers: seed %d, %d records%n", SEED, RECORDS);
        company.tell(RECORDS);

        databaseAlone();
        hubAlone();
    }

    private void databaseAlone() {
        var sql = company.hub.bean(JdbcClient.class);
        List<String> tables = sql.sql(TABLES).query((row, _) -> row.getString(1)).list();
        var leaks = new ArrayList<String>();
        long exact = 0;
        for (var who : company.readers.keySet()) {
            var allowed = inRowsFor(who);
            company.hub.behalf(who.account(), new OperationId(Company.OPERATION));
            for (var table : tables) {
                var rows = sql.sql("SELECT t::text FROM %s t".formatted(table));
                var shown =
                        Canaries.in(
                                String.join("\n", rows.query((row, _) -> row.getString(1)).list()));
                exact += table.endsWith("_exact") ? shown.size() : 0;
                shown.removeAll(allowed);
                if (!shown.isEmpty()) {
                    leaks.add("%s in %s sees %s".formatted(who, table, shown));
                }
            }
        }
        System.err.printf("layers: %d tables, %,d exact values%n", tables.size(), exact);

        assertThat(leaks).as("seed %d", SEED).isEmpty();
        assertThat(exact).as("exact values that those who may see them do").isPositive();
    }

    /// A row shows all of its fields, but for those that have a table of their own.
    private Set<String> inRowsFor(RuleBook.Asking who) {
        var allowed = new TreeSet<String>();
        for (var record : company.told) {
            int ceiling = RuleBook.ceiling(who, record.sharing());
            record.marked()
                    .forEach(
                            (canary, fieldClass) -> {
                                if (ceiling != RuleBook.NOTHING
                                        && (fieldClass < 3 || fieldClass == 3 && ceiling >= 3)) {
                                    allowed.add(canary);
                                }
                            });
        }
        return allowed;
    }

    private void hubAlone() throws SQLException {
        takeRowSecurityAway();
        var endpoints = new Endpoints(company);
        var leaks = new ArrayList<String>();
        long asked = 0;
        for (var reader : company.readers.entrySet()) {
            var allowed = company.mayHave(reader.getKey());
            var paths = new ArrayList<>(endpoints.lists());
            paths.addAll(endpoints.details(DETAILS));
            for (var path : paths) {
                var answer = reader.getValue().get(path);
                asked++;
                var shown = Canaries.in(answer.text());
                shown.removeAll(allowed);
                if (answer.status() >= 400) {
                    shown.removeAll(Canaries.in(path)); // it may say what was asked for
                }
                if (!shown.isEmpty()) {
                    leaks.add("%s at %s sees %s".formatted(reader.getKey(), path, shown));
                }
            }
        }
        System.err.printf("layers: %,d answers of the hub's own layer%n", asked);

        assertThat(leaks).as("seed %d", SEED).isEmpty();
    }

    private void takeRowSecurityAway() throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                company.hub.setting("parley.database.url"),
                                company.hub.setting("parley.database.user"),
                                company.hub.setting("parley.database.password"));
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    DO $$ DECLARE each regclass; BEGIN
                        FOR each IN SELECT oid::regclass FROM pg_class WHERE relrowsecurity LOOP
                            EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', each);
                        END LOOP;
                    END $$
                    """);
        }
    }
}
