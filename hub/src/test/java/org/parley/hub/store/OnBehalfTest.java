package org.parley.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Each connection that reads knows whoever asks over it now, and nobody who asked before.
class OnBehalfTest {

    private static final Store STORE = TestDatabase.guarded();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @AfterEach
    void leave() {
        Behalf.nobody();
    }

    /// Whom the connection that is taken now speaks for, and over which connection.
    private static List<String> told() {
        return STORE.sql()
                .sql(
                        """
                        SELECT current_setting('parley.session'), current_setting('parley.operation'),
                               pg_backend_pid()
                        """)
                .query((row, _) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .single();
    }

    private static void asks(String token, String operation) {
        Behalf.of(token);
        Behalf.in(operation);
    }

    @Test
    void whoAsksNextOverTheSameConnectionIsToldAnew() {
        var connections = new ArrayList<String>();
        for (var token : List.of("one", "one", "two", "one", "")) {
            for (var operation : List.of("here", "there")) {
                asks(token, operation);
                var told = told();
                assertThat(told.subList(0, 2)).containsExactly(token, operation);
                connections.add(told.get(2));
            }
        }
        Behalf.nobody();
        assertThat(told().subList(0, 2)).containsExactly("", "");
        assertThat(connections).as("one at a time takes the same one").containsOnly(told().get(2));
    }

    @Test
    void whatIsRolledBackTakesNothingBack() {
        asks("before", "here");
        told();
        asks("within", "here");
        var told =
                STORE.reader()
                        .execute(
                                status -> {
                                    status.setRollbackOnly();
                                    return told();
                                });
        assertThat(told).startsWith("within", "here");
        assertThat(told()).isEqualTo(told);
    }

    @Test
    void manyAtOnceNeverSpeakForEachOther() throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 2_000; i++) {
                var token = "token-" + i % 40;
                answers.add(
                        many.submit(
                                () -> {
                                    asks(token, "here");
                                    return told().getFirst().equals(token);
                                }));
            }
            for (var answer : answers) {
                assertThat(answer.get()).isTrue();
            }
        }
    }
}
