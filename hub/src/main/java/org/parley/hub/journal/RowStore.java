package org.parley.hub.journal;

import static java.time.ZoneOffset.UTC;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.id.OperationId;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/// Rows of the journal on their way into its tables: by whole columns, and all of a batch in one
/// trip. A trip for each row would be the limit of the hub.
final class RowStore {

    private static final String STATEMENTS =
            """
            INSERT INTO journal.statement (operation, idx, id, originator, type, schema, assurance,
                   label, claimed_at, heard_at, marks, device, device_seq, statement, leaf)
            SELECT ?, idx, id, originator, type, schema, assurance, label, claimed_at, heard_at,
                   string_to_array(marks, ','), device, device_seq, statement, leaf
              FROM unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::int[], ?::text[],
                          ?::int[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[],
                          ?::bigint[], ?::bytea[], ?::bytea[])
                AS r (idx, id, originator, type, schema, assurance, label, claimed_at, heard_at,
                      marks, device, device_seq, statement, leaf)
            """;

    private static final String PAYLOADS =
            """
            INSERT INTO journal.payload
                   (operation, idx, subject, account, leaf_salt, seeds, fields, content,
                    author_proof)
            SELECT ?, r.* FROM unnest(?::bigint[], ?::text[], ?::text[], ?::bytea[], ?::bytea[],
                                      ?::text[], ?::bytea[], ?::text[]) AS r
            """;

    private static final String EXACT =
            """
            INSERT INTO journal.payload_exact (operation, idx, seed, fields)
            SELECT ?, r.* FROM unnest(?::bigint[], ?::bytea[], ?::text[]) AS r
            """;

    private static final String HELD =
            """
            INSERT INTO journal.payload_held
                   (operation, idx, number, field, class, sign, token, salt, text)
            SELECT ?, r.* FROM unnest(?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[],
                                      ?::text[], ?::bytea[], ?::text[]) AS r
            """;

    private static final String TREE =
            """
            WITH tree AS (
                INSERT INTO journal.tree (operation, size, root) VALUES (?, ?, ?))
            INSERT INTO journal.outbox (operation, from_size, size, heard_at)
            VALUES (?, ?, ?, ?)
            """;

    private final JdbcTemplate template;

    RowStore(JdbcTemplate template) {
        this.template = template;
    }

    /// Adds the rows, the tree over them and the reactions that are owed for them, in one trip.
    void insert(
            OperationId operation,
            List<Row> rows,
            long from,
            RightEdge.Growth growth,
            Instant heardAt) {
        var exact = rows.stream().filter(row -> row.said().exactFields() != null).toList();
        var held = rows.stream().flatMap(HeldRow::of).toList();
        var inserts =
                STATEMENTS
                        + ";"
                        + PAYLOADS
                        + ";"
                        + (exact.isEmpty() ? "" : EXACT + ";")
                        + (held.isEmpty() ? "" : HELD + ";")
                        + TREE;
        template.execute(
                (ConnectionCallback<Boolean>)
                        connection -> {
                            try (var insert = connection.prepareStatement(inserts)) {
                                var values = new Values(connection, insert, operation);
                                statements(values, rows);
                                payloads(values, rows);
                                exact(values, exact);
                                held(values, held);
                                values.operation()
                                        .next(growth.edge().size())
                                        .next(growth.root().bytes())
                                        .operation()
                                        .next(from)
                                        .next(growth.edge().size())
                                        .next(heardAt.atOffset(UTC));
                                return insert.execute();
                            }
                        });
    }

    /// The values of several inserts in a row.
    private static final class Values {

        private final Connection connection;
        private final PreparedStatement insert;
        private final OperationId operation;
        private int number;

        Values(Connection connection, PreparedStatement insert, OperationId operation) {
            this.connection = connection;
            this.insert = insert;
            this.operation = operation;
        }

        Values operation() throws SQLException {
            return next(operation.value());
        }

        Values next(Object value) throws SQLException {
            insert.setObject(++number, value);
            return this;
        }

        <T> Values column(String type, List<T> rows, Function<T, @Nullable Object> value)
                throws SQLException {
            return next(RowStore.column(connection, type, rows, value));
        }
    }

    private static void statements(Values to, List<Row> rows) throws SQLException {
        to.operation()
                .column("bigint", rows, Row::index)
                .column("uuid", rows, Row::id)
                .column("text", rows, Row::originator)
                .column("text", rows, Row::type)
                .column("int", rows, Row::schema)
                .column("text", rows, Row::assurance)
                .column("int", rows, Row::label)
                .column("timestamptz", rows, row -> row.claimedAt().atOffset(UTC))
                .column("timestamptz", rows, row -> row.heardAt().atOffset(UTC))
                .column("text", rows, row -> String.join(",", row.marks()))
                .column("text", rows, Row::device)
                .column("bigint", rows, Row::deviceSequence)
                .column("bytea", rows, Row::statement)
                .column("bytea", rows, Row::leaf);
    }

    private static void payloads(Values to, List<Row> rows) throws SQLException {
        to.operation()
                .column("bigint", rows, Row::index)
                .column("text", rows, row -> row.said().subject())
                .column("text", rows, row -> row.said().account())
                .column("bytea", rows, row -> row.said().leafSalt())
                .column("bytea", rows, row -> row.said().seeds())
                .column("text", rows, row -> row.said().fields())
                .column("bytea", rows, row -> row.said().content())
                .column("text", rows, row -> row.said().authorProof());
    }

    private static void exact(Values to, List<Row> rows) throws SQLException {
        if (!rows.isEmpty()) {
            to.operation()
                    .column("bigint", rows, Row::index)
                    .column("bytea", rows, row -> row.said().exactSeed())
                    .column("text", rows, row -> row.said().exactFields());
        }
    }

    /// A held text of a row.
    private record HeldRow(long index, int number, HeldField text) {

        static Stream<HeldRow> of(Row row) {
            var held = row.said().held();
            return IntStream.range(0, held.size())
                    .mapToObj(number -> new HeldRow(row.index(), number, held.get(number)));
        }
    }

    private static void held(Values to, List<HeldRow> rows) throws SQLException {
        if (!rows.isEmpty()) {
            to.operation()
                    .column("bigint", rows, HeldRow::index)
                    .column("int", rows, HeldRow::number)
                    .column("text", rows, row -> row.text().field())
                    .column("text", rows, row -> row.text().fieldClass().code())
                    .column("text", rows, row -> row.text().sign())
                    .column("text", rows, row -> row.text().held().token())
                    .column("bytea", rows, row -> row.text().held().salt())
                    .column("text", rows, row -> row.text().held().text());
        }
    }

    private static <T> Array column(
            Connection to, String type, List<T> rows, Function<T, @Nullable Object> value)
            throws SQLException {
        if (type.equals("bytea")) {
            var bytes = rows.stream().map(value).toArray(byte[][]::new);
            return to.createArrayOf(type, bytes);
        }
        return to.createArrayOf(type, rows.stream().map(value).toArray());
    }
}
