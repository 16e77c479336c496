package org.parley.hub.claims;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.KernelValues;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.TestJournal;
import org.parley.hub.store.Store;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The claims of a test journal, with their front doors.
public record TestClaims(TestJournal journal, Claims claims, Observations observations)
        implements AutoCloseable {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new KernelValues()).build();

    public static TestClaims open() {
        return with((_, _) -> List.of());
    }

    /// With the kinds of other features as well.
    public static TestClaims with(
            BiFunction<JdbcClient, AtomicReference<Journal>, List<StatementKind<?>>> more) {
        var engine = new AtomicReference<Journal>();
        var journal =
                TestJournal.over(
                        store ->
                                Stream.concat(
                                                kinds(store, engine).stream(),
                                                more.apply(store.sql(), engine).stream())
                                        .toList());
        engine.set(journal.journal());
        var sql = journal.sql();
        var descriptions = new DescriptionStore(sql, JSON);
        return new TestClaims(
                journal,
                new Claims(new ClaimStore(sql, JSON), descriptions),
                new Observations(
                        new RegisterStore(sql),
                        new VintageStore(sql, JSON),
                        observations(journal.store()),
                        descriptions,
                        journal.store().reader()));
    }

    /// The kinds of this feature, for journals that understand others as well.
    public static List<StatementKind<?>> kinds(Store store, AtomicReference<Journal> journal) {
        var sql = store.sql();
        var descriptions = new DescriptionStore(sql, JSON);
        var claims =
                new ClaimedKind(
                        new ClaimStore(sql, JSON),
                        descriptions,
                        new ObjectProvider<Journal>() {
                            @Override
                            public Journal getObject() {
                                return journal.get();
                            }
                        });
        return new ClaimsKinds(
                        claims,
                        descriptions,
                        new RowsInHand(observations(store), new VintageStore(sql, JSON)))
                .kinds();
    }

    private static ObservationStore observations(Store store) {
        return new ObservationStore(store.sql(), new JdbcTemplate(store.dataSource()));
    }

    @Override
    public void close() {
        journal.close();
    }
}
