package org.parley.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.hub.journal.JournalStory.reading;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.hub.journal.JournalStory.GaugeReading;
import org.parley.hub.store.DatabaseAccess;
import org.parley.hub.store.Store;
import org.parley.hub.store.TestDatabase;
import org.parley.kernel.audience.FieldClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/// Statements of an older form replay for ever: the log is not rewritten, its reading is.
class UpcastTest {

    /// Two forms later the gauge is read in millilitres and the place has another name.
    record GaugeReadFiner(
            @Classed(FieldClass.HEADER) String gauge,
            @Classed(FieldClass.OPERATIONAL) long millilitres,
            @Classed(FieldClass.EXACT) String site)
            implements Body {

        @Override
        public String subject() {
            return "gauge/" + gauge;
        }
    }

    static class FinerReading implements StatementKind<GaugeReadFiner> {

        private final JdbcClient sql;

        FinerReading(JdbcClient sql) {
            this.sql = sql;
        }

        @Override
        public String type() {
            return "test.gauge-read";
        }

        @Override
        public int schema() {
            return 3;
        }

        @Override
        public Class<GaugeReadFiner> body() {
            return GaugeReadFiner.class;
        }

        @Override
        public ObjectNode upcast(int fromSchema, ObjectNode body) {
            return switch (fromSchema) {
                case 1 -> body.put("millilitres", body.remove("litres").asLong() * 1000);
                case 2 -> body.put("site", body.remove("place").asString());
                default -> StatementKind.super.upcast(fromSchema, body);
            };
        }

        @Override
        public void apply(Entry<GaugeReadFiner> entry) {
            sql.sql(
                            """
                            INSERT INTO state.gauge (operation, gauge, litres, label, known_from)
                            VALUES (:operation, :gauge, :amount, :label, :index)
                            """)
                    .param("operation", entry.operation().value())
                    .param("gauge", entry.body().gauge() + "@" + entry.body().site())
                    .param("amount", entry.body().millilitres())
                    .param("label", entry.label())
                    .param("index", entry.index())
                    .update();
        }
    }

    private final DatabaseAccess access = TestDatabase.fresh();
    private final RememberingSigner signer = new RememberingSigner();

    private Store store() {
        return TestDatabase.open(access);
    }

    @Test
    void anOlderStatementIsAppliedInTodaysForm() {
        StatementView before;
        try (var hub =
                TestJournal.with(store(), signer, sql -> List.of(new GaugeReading(sql)), _ -> {})) {
            hub.journal().submit(reading("g", 7));
            before = view(hub);
        }
        try (var hub =
                TestJournal.with(store(), signer, sql -> List.of(new FinerReading(sql)), _ -> {})) {
            hub.rebuild();

            assertThat(
                            hub.sql()
                                    .sql("SELECT gauge || ' ' || litres FROM state.gauge")
                                    .query(String.class)
                                    .list())
                    .containsExactly("g@north gate 7000");
            assertThat(hub.rebuild().same()).isTrue();
            assertThat(view(hub)).as("what was said is shown as it was said").isEqualTo(before);
        }
    }

    private static StatementView view(TestJournal hub) {
        return hub.statements()
                .list(hub.sight("agency"), hub.cut(), StatementFilter.ALL, null, 9)
                .getFirst();
    }

    @Test
    void aFormWithoutAnUpcasterIsNamed() {
        try (var hub =
                TestJournal.with(store(), signer, sql -> List.of(new GaugeReading(sql)), _ -> {})) {
            assertThatThrownBy(
                            () ->
                                    new GaugeReading(hub.sql())
                                            .upcast(
                                                    1,
                                                    tools.jackson.databind.node.JsonNodeFactory
                                                            .instance
                                                            .objectNode()))
                    .hasMessageContaining("test.gauge-read has no upcaster from schema 1");
        }
    }
}
