package org.parley.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class StoreTest {

    static Store store;

    @BeforeAll
    static void open() {
        store = TestDatabase.open();
        store.writer()
                .executeWithoutResult(
                        _ ->
                                store.sql()
                                        .sql(
                                                """
                                                INSERT INTO journal.operation
                                                VALUES ('exercise', '{}', true, now())
                                                """)
                                        .update());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void theWriterCannotChangeTheJournal() {
        assertThatThrownBy(() -> asWriter("UPDATE journal.operation SET exercise = false"))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asWriter("DELETE FROM journal.statement"))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asWriter("TRUNCATE journal.payload"))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void whoReadsCannotWrite() {
        assertThatThrownBy(
                        () ->
                                store.sql()
                                        .sql(
                                                """
                                                INSERT INTO journal.operation
                                                VALUES ('other', '{}', true, now())
                                                """)
                                        .update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThat(
                        store.sql()
                                .sql("SELECT count(*) FROM journal.operation")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void theHubsRolesOwnNothing() {
        assertThat(
                        store.sql()
                                .sql(
                                        """
                                        SELECT c.relname FROM pg_class c
                                          JOIN pg_roles r ON r.oid = c.relowner
                                         WHERE r.rolname IN ('parley_reader', 'parley_writer',
                                                             'parley_signer', 'parley_eraser')
                                        """)
                                .query(String.class)
                                .list())
                .isEmpty();
    }

    @Test
    void theEraserCanDestroyWhatWasSaidAndNothingElse() {
        store.eraser()
                .executeWithoutResult(_ -> store.sql().sql("DELETE FROM journal.payload").update());
        assertThatThrownBy(
                        () ->
                                store.eraser()
                                        .executeWithoutResult(
                                                _ ->
                                                        store.sql()
                                                                .sql(
                                                                        "DELETE FROM journal.statement")
                                                                .update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void aDatabaseThatMayLoseCommitsIsRefused() {
        assertThatThrownBy(() -> Store.open(TestDatabase.fresh(), "test", false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("fsync");
    }

    private static void asWriter(String statement) {
        store.writer().executeWithoutResult(_ -> store.sql().sql(statement).update());
    }
}
