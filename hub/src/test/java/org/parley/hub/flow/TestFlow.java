package org.parley.hub.flow;

import static org.parley.hub.journal.TestJournal.OPERATION;

import java.time.Instant;
import java.util.List;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.KernelValues;
import org.parley.hub.journal.Outcome;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.Submission;
import org.parley.hub.journal.TestJournal;
import org.parley.hub.store.DatabaseAccess;
import org.parley.hub.store.Store;
import org.parley.hub.store.TestDatabase;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The flow of a test journal, with its front door and a world around it: `authority` and `customs`
/// are authorities, nobody of `center` may be in `zone-3`, and places that are not known count as
/// inside.
final class TestFlow implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().addModule(new KernelValues()).build();

    final DatabaseAccess database = TestDatabase.fresh();
    final TestJournal hub;
    final Flow flow;
    private final Epochs epochs;
    private List<FlowKind<?>> kinds = List.of();

    private TestFlow(Epochs epochs) {
        this.epochs = epochs;
        this.hub = TestJournal.over(TestDatabase.open(database), this::understood);
        var sql = hub.sql();
        var summing =
                new Summing(
                        new SumsApartStore(hub.store().apart()),
                        new SharesApartStore(hub.store().apart()),
                        new ShareStore(sql));
        var members = new MemberStore(sql);
        this.flow =
                new Flow(
                        new RowStore(sql, JSON),
                        new LineStore(sql, JSON),
                        new ChainStore(sql, JSON),
                        new ManifestStore(sql),
                        new BoardStore(summing, members),
                        new FunnelStore(summing),
                        new DwellStore(sql, summing, members),
                        new WholeStore(sql, hub.store().reader()));
    }

    static TestFlow open() {
        return new TestFlow(Epochs.USUAL);
    }

    /// Summed up as often as is said.
    static TestFlow open(Epochs epochs) {
        return new TestFlow(epochs);
    }

    private List<? extends StatementKind<?>> understood(Store store) {
        var sql = store.sql();
        var book =
                new SumBook(
                        new SumStore(sql),
                        new ShareStore(sql),
                        new WholeStore(sql, store.reader()),
                        epochs);
        var drafts =
                new Drafts(new DraftStore(sql, new JdbcTemplate(store.dataSource()), JSON, book));
        var records = new RecordStore(sql, JSON);
        var events = new EventStore(sql, JSON);
        var papers = new PaperStore(sql, JSON);
        var recorder = new Recorder(records, new RequestStore(sql, JSON), events, papers, drafts);
        kinds =
                new FlowKinds(
                                new Decisions(
                                        drafts,
                                        new World(new World.Log(records, events, papers, drafts))),
                                recorder)
                        .kinds();
        return kinds;
    }

    /// Says something now, addressed as is usual.
    Outcome say(String organisation, FlowBody body) {
        return say(organisation, body, hub.now());
    }

    Outcome say(String organisation, FlowBody body, Instant claimedAt) {
        return submit(organisation, StatementId.derivedFrom(body.toString()), body, claimedAt);
    }

    Outcome submit(String organisation, StatementId id, FlowBody body, Instant claimedAt) {
        return submit(submission(organisation, id, body, claimedAt));
    }

    Outcome submit(Submission<?> submission) {
        return hub.journal().submitAll(List.of(submission)).getFirst();
    }

    Submission<?> submission(
            String organisation, StatementId id, FlowBody body, Instant claimedAt) {
        for (var kind : kinds) {
            if (kind.body() == body.getClass()) {
                return submission(kind, organisation, id, body, claimedAt);
            }
        }
        throw new IllegalStateException("No kind for " + body);
    }

    private <B extends Record & FlowBody> Submission<B> submission(
            FlowKind<B> kind,
            String organisation,
            StatementId id,
            FlowBody body,
            Instant claimedAt) {
        var said = kind.body().cast(body);
        var originator = new PartnerId(organisation);
        return new Submission<>(
                OPERATION,
                id,
                Actor.signedIn(originator, "desk"),
                kind.usualLabel(hub.sight(organisation), said),
                claimedAt,
                said);
    }

    /// As [#say], and it must have gone into the log.
    void tell(String organisation, FlowBody body) {
        tell(organisation, body, hub.now());
    }

    void tell(String organisation, FlowBody body, Instant claimedAt) {
        var outcome = say(organisation, body, claimedAt);
        if (!(outcome instanceof Outcome.Recorded)) {
            throw new AssertionError("%s was not recorded: %s".formatted(body, outcome));
        }
    }

    ConsignmentView see(String organisation, String consignment) {
        return flow.find(hub.sight(organisation), hub.cut(), consignment).orElseThrow();
    }

    LineView line(String organisation, String consignment, String line) {
        return see(organisation, consignment).lines().stream()
                .filter(one -> one.line().equals(line))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        hub.close();
    }
}
