package org.parley.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Statements a second of a rebuild: the exercise's state emptied, its journal replayed, and both
/// states compared. Beside it, what the database alone needs to empty those tables and to write the
/// very same rows again, in one transaction, with all their indexes.
final class RebuildRate {

    private static final String TABLES =
            """
            SELECT table_name FROM information_schema.tables
             WHERE table_schema = 'state' AND table_type = 'BASE TABLE' ORDER BY table_name
            """;

    private final int rounds;
    private long statements;

    RebuildRate(int rounds) {
        this.rounds = rounds;
    }

    String run() throws Exception {
        try (var hub = HubProcess.start("--parley.exercise.patience=10m");
                var line = hub.line()) {
            var told = line.post("/bench/exercise", "{}");
            if (told.status() != 200) {
                throw new IllegalStateException(told.text());
            }
            var contest =
                    new Rounds()
                            .with("Parley, rebuild and comparison", () -> rebuilt(line))
                            .with("the same rows written by SQL", () -> rewritten(hub))
                            .run(rounds);
            return ("| statements | what | statements/s, median (least–most) | ms | Parley ÷ this |\n"
                            + "|---|---|---|---|---|\n")
                    + contest.rows(String.format(Locale.ROOT, "%,d", statements))
                    + "%nHub resident after the run: %d MiB%n".formatted(hub.residentMebibytes());
        }
    }

    private Load.Result rebuilt(HttpLine line) throws Exception {
        long from = System.nanoTime();
        var answer = line.post("/bench/rebuild?operation=exercise", "{}");
        long nanos = System.nanoTime() - from;
        if (answer.status() != 200 || !answer.text().contains("\"same\":true")) {
            throw new IllegalStateException("Rebuild: " + answer.status() + " " + answer.text());
        }
        statements =
                Long.parseLong(answer.text().replaceAll("(?s).*\"statements\":(\\d+).*", "$1"));
        return rate(nanos);
    }

    private Load.Result rewritten(HubProcess hub) throws SQLException, IOException {
        var url = "jdbc:postgresql://127.0.0.1:%d/parley".formatted(hub.databasePort());
        try (var connection =
                DriverManager.getConnection(url, "postgres", hub.databasePassword())) {
            connection.setAutoCommit(false);
            var tables = tables(connection);
            for (var table : tables) {
                run(
                        connection,
                        "CREATE TEMP TABLE kept_%s AS SELECT * FROM state.%s WHERE operation = 'exercise'"
                                .formatted(table, table));
            }
            long from = System.nanoTime();
            for (var table : tables) {
                run(
                        connection,
                        "DELETE FROM state.%s WHERE operation = 'exercise'".formatted(table));
                run(
                        connection,
                        "INSERT INTO state.%s SELECT * FROM kept_%s".formatted(table, table));
            }
            connection.commit();
            return rate(System.nanoTime() - from);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Load.Result rate(long nanos) {
        return new Load.Result(statements * 1e9 / nanos, nanos / 1e6, nanos / 1e6);
    }
}
