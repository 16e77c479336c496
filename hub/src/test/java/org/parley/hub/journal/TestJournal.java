package org.parley.hub.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.parley.hub.store.Store;
import org.parley.hub.store.TestDatabase;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Reader;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// A whole journal over a test database, without a web server: for the stories and store tests of
/// features. Its clock stands still until it is moved.
public final class TestJournal implements AutoCloseable {

    public static final OperationId OPERATION = new OperationId("exercise");
    public static final Instant NOON = Instant.parse("2031-05-04T12:00:00Z");

    /// What an operation's settings are in tests: invented, in effect for a month.
    private static final Operation EXERCISE =
            new Operation(
                    OPERATION,
                    Map.of("en", "Exercise"),
                    true,
                    Instant.parse("2031-04-04T00:00:00Z"));

    private final Store store;
    private final CheckpointSigner signer;
    private final LogApi log;
    private final Witnesses witnesses;
    private final JournalEngine engine;
    private final Statements statements;
    private final Clocks clocks;
    private final Rebuild rebuild;
    private final StateStore state;
    private final Kinds kinds;
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private volatile Consumer<Object> onEvent = _ -> {};
    private volatile Instant now = NOON;

    private TestJournal(
            Store store,
            CheckpointSigner signer,
            List<Witness> witnessed,
            String quorum,
            Function<JdbcClient, List<? extends StatementKind<?>>> features,
            CrashPoint.Hook crash) {
        this.store = store;
        this.signer = signer;
        var json = JsonMapper.builder().addModule(new KernelValues()).build();
        var sql = store.sql();
        var entries = new EntryStore(sql);
        var expired = new ExpiredStore(sql);
        var held = new HeldTextStore(sql, sql);
        this.kinds =
                new Kinds(
                        List.of(
                                () -> features.apply(sql),
                                new JournalKinds(
                                        entries,
                                        expired,
                                        held,
                                        new OwnStatementStore(sql),
                                        Optional.empty())),
                        json);
        var settings =
                new JournalSettings(
                        Duration.ofMillis(500),
                        Path.of("target/signer"),
                        "parley.example",
                        List.of(),
                        Duration.ofMillis(300),
                        Duration.ofMillis(300),
                        quorum,
                        Map.of());
        InstantSource clock = () -> now;
        var writer = new WriterStore(sql, new JdbcTemplate(store.dataSource()));
        var tileStore = new TileStore(sql);
        var tiles = new Tiles(tileStore);
        var labels = new LabelStore(sql);
        var references = new ReferenceStore(sql);
        var text = new FieldText(json);
        var scribe = new Scribe(text);
        this.clocks = new Clocks(clock, List.of());
        var checkpointStore = new CheckpointStore(sql, sql);
        this.state = new StateStore(sql);
        var erasures = new ErasureStore(sql);
        this.rebuild =
                new Rebuild(store.writer(), writer, entries, labels, state, kinds, text, erasures);
        var erasure = new Erasure(erasures, store.eraser(), rebuild, crash);
        this.witnesses = new Witnesses(witnessed, settings.witnessGrace(), clock);
        var cosignatures =
                new Cosignatures(
                        new CosignatureStore(sql),
                        checkpointStore,
                        witnesses,
                        settings,
                        store.signer(),
                        clock);
        ApplicationEventPublisher publisher =
                event -> {
                    onEvent.accept(event);
                    events.add(event);
                    if (event instanceof LogGrew grew) {
                        erasure.carryOut(grew);
                    }
                };
        var outbox = new Outbox(checkpointStore, store.writer(), publisher, clock);
        var checkpoints =
                new Checkpoints(
                        checkpointStore,
                        tiles,
                        signer,
                        witnesses,
                        cosignatures,
                        outbox,
                        store.signer(),
                        store.signing(),
                        settings,
                        clock,
                        crash);
        var receipts = new Receipts(tiles);
        var batches =
                new Batches(
                        store.writer(),
                        writer,
                        labels,
                        references,
                        kinds,
                        new Heads(tiles),
                        scribe,
                        clocks,
                        (_, _, _) -> org.parley.kernel.audience.Addressed.LONG_AGO,
                        crash);
        this.log = new LogApi(checkpointStore, tileStore, tiles, checkpoints);
        this.statements =
                new Statements(
                        entries,
                        cosignatures,
                        receipts,
                        scribe,
                        text,
                        labels,
                        references,
                        expired,
                        held,
                        json,
                        Optional.empty(),
                        List.of(() -> java.util.Set.of("places.site-described")));
        this.engine =
                new JournalEngine(
                        store.writer(),
                        new OperationStore(sql, json),
                        new CutStore(sql),
                        entries,
                        new Sights(labels),
                        batches,
                        checkpoints,
                        receipts,
                        erasure,
                        clocks,
                        settings);
        engine.open(EXERCISE);
    }

    /// A journal in a new database that understands what `features` makes of it.
    public static TestJournal with(
            Function<JdbcClient, List<? extends StatementKind<?>>> features) {
        return with(TestDatabase.open(), new RememberingSigner(), features, _ -> {});
    }

    /// The same for features that need more of the store than queries.
    public static TestJournal over(Function<Store, List<? extends StatementKind<?>>> features) {
        var store = TestDatabase.open();
        return with(store, new RememberingSigner(), _ -> features.apply(store), _ -> {});
    }

    /// The same in a store that is there already.
    public static TestJournal over(
            Store store, Function<Store, List<? extends StatementKind<?>>> features) {
        return with(store, new RememberingSigner(), _ -> features.apply(store), _ -> {});
    }

    static TestJournal with(
            Store store,
            CheckpointSigner signer,
            Function<JdbcClient, List<? extends StatementKind<?>>> features,
            CrashPoint.Hook crash) {
        return new TestJournal(store, signer, List.of(), "", features, crash);
    }

    /// A journal whose checkpoints are offered to witnesses.
    static TestJournal witnessed(
            Store store,
            CheckpointSigner signer,
            List<Witness> witnesses,
            String quorum,
            Function<JdbcClient, List<? extends StatementKind<?>>> features) {
        return new TestJournal(store, signer, witnesses, quorum, features, _ -> {});
    }

    public Journal journal() {
        return engine;
    }

    public Store store() {
        return store;
    }

    public JdbcClient sql() {
        return store.sql();
    }

    public Clocks clocks() {
        return clocks;
    }

    public Statements statements() {
        return statements;
    }

    public RememberingSigner signer() {
        return (RememberingSigner) signer;
    }

    LogApi log() {
        return log;
    }

    /// What else happens at each announcement; may throw.
    void onEvent(Consumer<Object> listener) {
        this.onEvent = listener;
    }

    public Kinds kinds() {
        return kinds;
    }

    /// What was announced after checkpoints.
    public List<Object> events() {
        return events;
    }

    public Instant now() {
        return now;
    }

    public void setNow(Instant now) {
        this.now = now;
    }

    /// Empties the state and replays the journal.
    public Rebuild.Result rebuild() {
        return rebuild.run(OPERATION);
    }

    /// A digest over all state of the operation.
    public String digest() {
        return state.digest(OPERATION);
    }

    /// A member of the operation who may see all that its labels allow.
    public static Reader member(String organisation, String... groups) {
        return new Reader(
                OPERATION, new PartnerId(organisation), true, FieldClass.EXACT, Set.of(groups));
    }

    public Sight sight(String organisation, String... groups) {
        return engine.sight(member(organisation, groups));
    }

    /// The operation as it is known now.
    public Cut cut() {
        return engine.now(OPERATION);
    }

    public Optional<Operation> operation() {
        return engine.operation(OPERATION);
    }

    /// Ends the journal's threads and leaves the store open for another journal.
    void stop() {
        witnesses.close();
        engine.close();
    }

    @Override
    public void close() {
        witnesses.close();
        engine.close();
        store.close();
    }
}
