package org.parley.hub.store;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// What each of the hub's roles may do in the database, and that it is no more: as the catalogue
/// says for every table that there is, and as the server answers when it is tried.
class RolesTest {

    private static final Set<String> HIDDEN =
            Set.of(
                    "label",
                    "consignment_record",
                    "consignment_reference",
                    "flow_epoch",
                    "flow_sum");

    static Store store;

    @BeforeAll
    static void open() {
        store = TestDatabase.guarded();
        as(StoreRole.WRITER)
                .executeWithoutResult(
                        _ -> {
                            run(
                                    "INSERT INTO journal.operation VALUES ('tried', '{}', true, now())");
                            run("INSERT INTO journal.tree VALUES ('tried', 0, sha256(''))");
                            run(
                                    "INSERT INTO journal.label (operation, number, text, salt)"
                                            + " VALUES ('tried', 1, '{}', decode(repeat('00', 16), 'hex'))");
                            run(
                                    """
                                    INSERT INTO journal.statement VALUES ('tried', 0,
                                        gen_random_uuid(), 'north', 'a.b', 1, 'hub-attested', 1,
                                        now(), now(), '{}', NULL, NULL, '', sha256(''))
                                    """);
                            run(
                                    """
                                    INSERT INTO journal.payload VALUES ('tried', 0, 's', 'a',
                                        decode(repeat('00', 16), 'hex'),
                                        decode(repeat('01', 96), 'hex'),
                                        '{"F0":{"a":1},"F2":{"b":2}}', sha256(''))
                                    """);
                        });
    }

    @AfterAll
    static void close() {
        store.close();
    }

    /// What may be done to a table, in the words of the catalogue.
    private static Set<String> expected(StoreRole role, String schema, String table) {
        return switch (role) {
            // Neither accounts nor labels, and of state only what row security protects.
            case READER ->
                    schema.equals("access") || HIDDEN.contains(table) ? Set.of() : Set.of("SELECT");
            case KEEPER -> Set.of("SELECT");
            case WRITER ->
                    switch (schema) {
                        // Checkpoints too, since a restore brings them back with all the rest in
                        // one transaction; one that the signer's key did not sign proves nothing.
                        case "journal" -> Set.of("INSERT", "SELECT");
                        case "access" ->
                                table.equals("act") // what was done to accounts is never rewritten
                                        ? Set.of("INSERT", "SELECT")
                                        : Set.of("DELETE", "INSERT", "SELECT", "UPDATE");
                        default -> Set.of("DELETE", "INSERT", "SELECT", "TRUNCATE", "UPDATE");
                    };
            case SIGNER ->
                    !schema.equals("journal")
                            ? Set.of()
                            : Set.of("checkpoint", "cosignature", "quorum").contains(table)
                                    ? Set.of("INSERT", "SELECT")
                                    : Set.of("SELECT");
            case ERASER ->
                    !schema.equals("journal")
                            ? Set.of()
                            : switch (table) {
                                // One class of fields goes by itself; a trigger lets nothing else.
                                case "payload" -> Set.of("DELETE", "SELECT", "UPDATE");
                                case "payload_exact", "payload_held", "reference" ->
                                        Set.of("DELETE", "SELECT");
                                default -> Set.of("SELECT");
                            };
        };
    }

    private record Granted(String schema, String table, Set<String> rights) {}

    private static List<Granted> granted(StoreRole role) {
        return store.sql()
                .sql(
                        """
                        SELECT n.nspname, c.relname,
                               array(SELECT p FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE',
                                                                'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
                                      WHERE has_table_privilege(:role, c.oid, p)) AS rights,
                               has_any_column_privilege(:role, c.oid, 'UPDATE') AS may_update
                          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                         WHERE c.relkind IN ('r', 'p', 'v', 'm')
                           AND n.nspname IN ('journal', 'state', 'access')
                        """)
                .param("role", role.login())
                .query(
                        (row, _) -> {
                            var rights =
                                    new TreeSet<>(
                                            List.of((String[]) row.getArray("rights").getArray()));
                            if (row.getBoolean("may_update")) {
                                rights.add("UPDATE");
                            }
                            return new Granted(
                                    row.getString("nspname"), row.getString("relname"), rights);
                        })
                .list();
    }

    @ParameterizedTest
    @EnumSource(StoreRole.class)
    void onEachTableTheCatalogueGrantsWhatTheRoleIsForAndNoMore(StoreRole role) {
        var all = granted(role);
        var wrong =
                all.stream()
                        .filter(g -> !g.rights().equals(expected(role, g.schema(), g.table())))
                        .toList();

        assertThat(all).hasSizeGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(StoreRole.class)
    void aRoleOwnsNothingIsNoAdministratorAndActsForNobody(StoreRole role) {
        assertThat(
                        names(
                                """
                                SELECT 'table ' || relname FROM pg_class c
                                 WHERE pg_get_userbyid(relowner) = :role
                                 UNION ALL SELECT 'schema ' || nspname FROM pg_namespace
                                 WHERE pg_get_userbyid(nspowner) = :role
                                 UNION ALL SELECT 'database ' || datname FROM pg_database
                                 WHERE pg_get_userbyid(datdba) = :role
                                 UNION ALL SELECT 'function ' || proname FROM pg_proc
                                 WHERE pg_get_userbyid(proowner) = :role
                                 UNION ALL SELECT 'type ' || typname FROM pg_type
                                 WHERE pg_get_userbyid(typowner) = :role
                                 UNION ALL SELECT 'administrator' FROM pg_roles
                                 WHERE rolname = :role AND (rolsuper OR rolcreaterole OR rolcreatedb
                                                            OR rolreplication)
                                 UNION ALL SELECT 'passes row security' FROM pg_roles
                                 WHERE rolname = :role AND rolbypassrls
                                   AND rolname <> 'parley_writer'
                                 UNION ALL SELECT 'member of ' || pg_get_userbyid(roleid)
                                  FROM pg_auth_members WHERE pg_get_userbyid(member) = :role
                                """,
                                role))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(StoreRole.class)
    void aRoleMakesNoTableNotEvenAPassingOne(StoreRole role) {
        var makes =
                List.of(
                        "CREATE TABLE journal.mine (a int)",
                        "CREATE TABLE state.mine (a int)",
                        "CREATE TABLE access.mine (a int)",
                        "CREATE TABLE public.mine (a int)",
                        "CREATE TEMPORARY TABLE mine (a int)",
                        "CREATE SCHEMA mine",
                        "ALTER TABLE journal.statement DISABLE TRIGGER ALL",
                        "DROP TABLE journal.payload_exact");

        assertThat(allowed(role, makes)).isEmpty();
    }

    @Test
    void theWriterAddsToTheJournalAndChangesNothingInIt() {
        var tables =
                granted(StoreRole.WRITER).stream()
                        .filter(g -> g.schema().equals("journal"))
                        .map(g -> "journal." + g.table())
                        .toList();
        var changes = new ArrayList<String>();
        for (var table : tables) {
            var column = firstColumn(table);
            changes.add("UPDATE %s SET %s = %s".formatted(table, column, column));
            changes.add("DELETE FROM " + table);
            changes.add("TRUNCATE " + table);
        }

        assertThat(tables).hasSizeGreaterThan(8);
        assertThat(allowed(StoreRole.WRITER, changes)).isEmpty();
        assertMay(
                StoreRole.WRITER,
                "INSERT INTO journal.operation VALUES ('another', '{}', true, now())");
    }

    @Test
    void theReaderReadsRecordsAndWritesNowhere() {
        for (var each : granted(StoreRole.READER)) {
            var table = each.schema() + "." + each.table();
            var column = firstColumn(table);
            if (each.rights().isEmpty()) {
                assertMayNot(StoreRole.READER, "SELECT count(*) FROM " + table);
                continue;
            }

            assertMay(StoreRole.READER, "SELECT count(*) FROM " + table);
            assertThat(
                            allowed(
                                    StoreRole.READER,
                                    List.of(
                                            "INSERT INTO %s SELECT * FROM %s WHERE false"
                                                    .formatted(table, table),
                                            "UPDATE %s SET %s = %s"
                                                    .formatted(table, column, column),
                                            "DELETE FROM " + table)))
                    .isEmpty();
        }
    }

    @Test
    void theSignerAddsCheckpointsAndNothingElse() {
        assertMay(
                StoreRole.SIGNER,
                "INSERT INTO journal.checkpoint VALUES ('tried', 0, 'note', now())");
        assertThat(
                        allowed(
                                StoreRole.SIGNER,
                                List.of(
                                        "UPDATE journal.checkpoint SET note = 'other'",
                                        "DELETE FROM journal.checkpoint",
                                        "INSERT INTO journal.tree VALUES ('tried', 1, sha256(''))",
                                        "INSERT INTO journal.operation VALUES ('x', '{}', true, now())",
                                        "DELETE FROM journal.payload",
                                        "SELECT count(*) FROM access.account")))
                .isEmpty();
    }

    @Test
    void theEraserDestroysContentAndNothingElse() {
        assertMay(StoreRole.ERASER, "DELETE FROM journal.payload");
        assertMay(StoreRole.ERASER, "DELETE FROM journal.payload_exact");
        assertMay(StoreRole.ERASER, "DELETE FROM journal.reference");
        assertThat(
                        allowed(
                                StoreRole.ERASER,
                                List.of(
                                        "DELETE FROM journal.statement",
                                        "DELETE FROM journal.tree",
                                        "DELETE FROM journal.checkpoint",
                                        "UPDATE journal.payload SET subject = ''",
                                        "UPDATE journal.payload SET account = ''",
                                        "UPDATE journal.payload SET leaf_salt = seeds",
                                        "TRUNCATE journal.payload",
                                        "INSERT INTO journal.operation VALUES ('x', '{}', true, now())",
                                        "SELECT count(*) FROM access.account")))
                .isEmpty();
    }

    /// A class of fields, its seed and the hash over all can go; nothing can take their place.
    @Test
    void whatIsErasedGoesAndNothingComesInItsPlace() {
        assertMay(
                StoreRole.ERASER,
                """
                UPDATE journal.payload
                   SET fields = '{"F0":{"a":1}}', content = decode(repeat('00', 32), 'hex'),
                       seeds = decode(repeat('01', 64) || repeat('00', 32), 'hex')
                """);
        for (var change :
                List.of(
                        "fields = '{\"F0\":{\"a\":2}}'",
                        "fields = '{\"F0\":{}}'",
                        "fields = '{\"F1\":{\"a\":1}}'",
                        "content = sha256('other')",
                        "seeds = decode(repeat('01', 64), 'hex')",
                        "seeds = decode(repeat('01', 64) || repeat('02', 32), 'hex')")) {
            assertThatThrownBy(
                            () -> tried(StoreRole.ERASER, "UPDATE journal.payload SET " + change))
                    .as(change)
                    .rootCause()
                    .hasMessageContaining("erased, never changed");
        }
    }

    /// Grants on a database do not come along with a copy of it: opening it makes them anew.
    @Test
    void aCopiedDatabaseIsClosedAgainWhenItIsOpened() {
        var copy = TestDatabase.fresh();
        var sql =
                JdbcClient.create(
                        new DriverManagerDataSource(copy.url(), copy.user(), copy.password()));
        var mayMakeTemporary =
                "SELECT has_database_privilege('parley_writer', current_database(), 'TEMPORARY')";

        assertThat(sql.sql(mayMakeTemporary).query(Boolean.class).single()).isTrue();
        Store.migrated(copy, "test", true).close();
        assertThat(sql.sql(mayMakeTemporary).query(Boolean.class).single()).isFalse();
    }

    private static String firstColumn(String table) {
        return store.sql()
                .sql(
                        """
                        SELECT attname FROM pg_attribute
                         WHERE attrelid = to_regclass(:table) AND attnum = 1
                        """)
                .param("table", table)
                .query(String.class)
                .single();
    }

    private static Set<String> names(String query, StoreRole role) {
        return store.sql().sql(query).param("role", role.login()).query(String.class).stream()
                .collect(toCollection(TreeSet::new));
    }

    /// Those of the statements that the server lets the role do.
    private static List<String> allowed(StoreRole role, List<String> statements) {
        return statements.stream().filter(statement -> !isDenied(role, statement)).toList();
    }

    private static boolean isDenied(StoreRole role, String statement) {
        try {
            tried(role, statement);
            return false;
        } catch (DataAccessException refused) {
            var why = String.valueOf(refused.getMostSpecificCause().getMessage());
            return why.contains("permission denied") || why.contains("must be owner");
        }
    }

    private static void assertMay(StoreRole role, String statement) {
        assertThatCode(() -> tried(role, statement)).as(statement).doesNotThrowAnyException();
    }

    private static void assertMayNot(StoreRole role, String statement) {
        assertThatThrownBy(() -> tried(role, statement))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    /// Under the role, outside any read-only transaction, and undone.
    private static void tried(StoreRole role, String statement) {
        as(role).executeWithoutResult(
                        transaction -> {
                            transaction.setRollbackOnly();
                            run(statement);
                        });
    }

    private static TransactionTemplate as(StoreRole role) {
        return new RoleTransactions(store.transactionManager(), role);
    }

    private static void run(String statement) {
        if (statement.startsWith("SELECT")) {
            store.sql().sql(statement).query(Long.class).single();
        } else {
            store.sql().sql(statement).update();
        }
    }
}
