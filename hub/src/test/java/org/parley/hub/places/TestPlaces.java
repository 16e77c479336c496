package org.parley.hub.places;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Clocks;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.KernelValues;
import org.parley.hub.journal.Outcome;
import org.parley.hub.journal.Sight;
import org.parley.hub.journal.StatementFilter;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.Submission;
import org.parley.hub.journal.TestJournal;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.names.Names;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The places of a test journal, with their front door, in an invented country.
public final class TestPlaces implements AutoCloseable {

    public static final OperationId OPERATION = TestJournal.OPERATION;
    public static final PartnerId NORTH = new PartnerId("north-aid");
    public static final PartnerId SOUTH = new PartnerId("south-relief");

    static final JsonMapper JSON = JsonMapper.builder().addModule(new KernelValues()).build();

    private final TestJournal journal;
    private final Places places;
    private int said;

    private TestPlaces(TestJournal journal) {
        this.journal = journal;
        this.places = places(journal.sql(), journal.clocks());
    }

    public static TestPlaces open() {
        var engine = new AtomicReference<Journal>();
        var journal = TestJournal.with(sql -> kinds(sql, engine));
        engine.set(journal.journal());
        return new TestPlaces(journal);
    }

    /// The kinds of this feature, for journals that understand others as well.
    public static List<StatementKind<?>> kinds(JdbcClient sql, AtomicReference<Journal> journal) {
        var store = new PlaceStore(sql, JSON);
        var crossingDays =
                new CrossingDayKind(
                        new CrossingDayStore(sql, JSON),
                        store,
                        new ObjectProvider<Journal>() {
                            @Override
                            public Journal getObject() {
                                return journal.get();
                            }
                        });
        return new PlaceKinds(
                        store,
                        new BoundaryStore(sql, JSON),
                        crossingDays,
                        new WorkingAreas(new WorkingAreaStore(sql), store))
                .kinds();
    }

    public static Places places(JdbcClient sql, Clocks clocks) {
        var working = new WorkingAreaStore(sql);
        return new Places(
                new PlaceStore(sql, JSON),
                new BoundaryStore(sql, JSON),
                new CrossingDayStore(sql, JSON),
                new Locations(new LocationStore(sql, JSON), new Shapes()),
                new PositionsGiven(working, (_, _, wanted) -> wanted, clocks),
                working);
    }

    public TestJournal journal() {
        return journal;
    }

    public Places places() {
        return places;
    }

    /// Said to everybody in the operation, up to F2.
    public <B extends Record & Body> long say(PartnerId who, B body) {
        return say(who, Label.operation(who, FieldClass.OPERATIONAL), body);
    }

    public <B extends Record & Body> long say(PartnerId who, Label label, B body) {
        var outcome =
                journal.journal()
                        .submit(
                                new Submission<>(
                                        OPERATION,
                                        StatementId.derivedFrom("test", Integer.toString(said++)),
                                        Actor.signedIn(who, "desk"),
                                        label,
                                        Instant.parse("2031-05-04T11:00:00Z"),
                                        body));
        if (outcome instanceof Outcome.Recorded(_, long index, _, _, _)) {
            return index;
        }
        throw new AssertionError(outcome);
    }

    /// What the last statement was marked with.
    public List<String> marks(long index) {
        return journal.statements()
                .list(sight(NORTH), cut(), new StatementFilter(null, null, null), index + 1, 1)
                .getFirst()
                .marks();
    }

    public Sight sight(PartnerId who) {
        return journal.sight(who.value());
    }

    public Cut cut() {
        return journal.cut();
    }

    public Cut asOf(long size) {
        return journal.journal().asOf(OPERATION, size);
    }

    /// A square of so many degrees with its lower left corner there.
    public static Outline square(double west, double south, double size) {
        var at = List.of(west, south);
        return Outline.of(
                List.of(
                        List.of(
                                List.of(
                                        at,
                                        List.of(west + size, south),
                                        List.of(west + size, south + size),
                                        List.of(west, south + size),
                                        at))));
    }

    public static AreaDescribed area(String id, int level, @Nullable String parent) {
        return new AreaDescribed(
                id,
                "administrative",
                "XE" + id.toUpperCase(Locale.ROOT),
                level,
                parent,
                Names.of(id),
                null);
    }

    @Override
    public void close() {
        journal.close();
    }
}
