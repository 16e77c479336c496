package org.parley.hub.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.parley.kernel.audience.Reader;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The journal of all operations on this node: a writer and a publisher for each.
@Service
class JournalEngine implements Journal, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalEngine.class);

    private record Line(OperationWriter writer, Publisher publisher) {}

    private final TransactionTemplate transactions;
    private final OperationStore operations;
    private final CutStore cuts;
    private final EntryStore entries;
    private final Sights sights;
    private final Batches batches;
    private final Checkpoints checkpoints;
    private final Receipts receipts;
    private final Erasure erasure;
    private final Clocks clocks;
    private final Duration patience;
    private final Map<OperationId, Line> lines = new ConcurrentHashMap<>();

    JournalEngine(
            @Qualifier("writer") TransactionTemplate transactions,
            OperationStore operations,
            CutStore cuts,
            @Qualifier("allEntries") EntryStore entries,
            Sights sights,
            Batches batches,
            Checkpoints checkpoints,
            Receipts receipts,
            Erasure erasure,
            Clocks clocks,
            JournalSettings settings) {
        this.transactions = transactions;
        this.operations = operations;
        this.cuts = cuts;
        this.entries = entries;
        this.sights = sights;
        this.batches = batches;
        this.checkpoints = checkpoints;
        this.receipts = receipts;
        this.erasure = erasure;
        this.clocks = clocks;
        this.patience = settings.patience();
    }

    @Override
    public void open(Operation operation) {
        transactions.executeWithoutResult(_ -> operations.open(operation));
        line(operation.id());
    }

    // Whatever goes wrong with one operation is told to whoever says something in it, and keeps no
    // other from being taken up.
    @Override
    public void resume() {
        for (var operation : operations.list()) {
            try {
                line(operation.id());
            } catch (RuntimeException fault) {
                LOG.atError()
                        .addKeyValue("operation", operation.id())
                        .setCause(fault)
                        .log("An operation could not be taken up; it is tried again when asked");
            }
        }
    }

    @Override
    public List<Operation> operations() {
        return operations.list();
    }

    @Override
    public Optional<Operation> operation(OperationId id) {
        return operations.find(id);
    }

    @Override
    public <B extends Record & Body> Outcome submit(Submission<B> submission) {
        return submitAll(List.of(submission)).getFirst();
    }

    @Override
    public List<Outcome> submitAll(List<? extends Submission<?>> submissions) {
        return send(submissions).get();
    }

    @Override
    public Supplier<List<Outcome>> send(List<? extends Submission<?>> submissions) {
        if (submissions.isEmpty()) {
            return List::of;
        }
        var operation = submissions.getFirst().operation();
        var line = line(operation);
        checkpoints.refuseWhenReadOnly(operation);
        var waiting = new ArrayList<Waiting>(submissions.size());
        for (var submission : submissions) {
            waiting.add(new Waiting(batches.prepare(submission)));
        }
        line.writer().add(waiting);
        return () -> waiting.stream().map(each -> outcome(line, each)).toList();
    }

    private Outcome outcome(Line line, Waiting waiting) {
        var id = waiting.submission().id();
        var answer = waiting.await(patience);
        return switch (answer.placed()) {
            case Placed.Refused(var why) -> new Outcome.Refused(id, why);
            case Placed.Conflict _ -> new Outcome.Conflict(id);
            case Placed.Failed(var fault) -> throw fault;
            case Placed.Committed(long index, boolean repeated) ->
                    recorded(
                            waiting.submission().operation(),
                            id,
                            index,
                            repeated,
                            waiting.prepared().held().size(),
                            answer.checkpoint()
                                    .or(
                                            () ->
                                                    repeated
                                                            ? line.publisher()
                                                                    .await(index, Duration.ZERO)
                                                            : Optional.empty()));
        };
    }

    private Outcome recorded(
            OperationId operation,
            StatementId id,
            long index,
            boolean repeated,
            int heldTexts,
            Optional<Published> covering) {
        return covering.<Outcome>map(
                        checkpoint ->
                                new Outcome.Recorded(
                                        id,
                                        index,
                                        receipts.of(operation, index, checkpoint),
                                        repeated,
                                        heldTexts))
                .orElseGet(() -> new Outcome.Pending(id, index));
    }

    @Override
    public Optional<Outcome> find(OperationId operation, PartnerId originator, StatementId id) {
        return entries.indexOf(operation, originator, id)
                .map(
                        index ->
                                recorded(
                                        operation,
                                        id,
                                        index,
                                        true,
                                        0,
                                        line(operation).publisher().await(index, patience)));
    }

    @Override
    public Cut now(OperationId operation) {
        return new Cut(operation, cuts.published(operation), clocks.now(operation), true);
    }

    @Override
    public Cut asOf(OperationId operation, Instant instant) {
        long heard = cuts.heardUntil(operation, instant);
        return new Cut(operation, Math.min(heard, cuts.published(operation)), instant, false);
    }

    @Override
    public Cut asOf(OperationId operation, long size) {
        long known = Math.min(size, cuts.published(operation));
        var at = cuts.heardAt(operation, known - 1).orElse(Instant.EPOCH);
        return new Cut(operation, known, at, false);
    }

    @Override
    public Sight sight(Reader reader) {
        return sights.of(reader);
    }

    @Override
    public Sight sightWhenAsked(Reader reader) {
        return sights.whenAsked(reader);
    }

    private Line line(OperationId operation) {
        return lines.computeIfAbsent(operation, this::startLine);
    }

    private Line startLine(OperationId operation) {
        if (operations.find(operation).isEmpty()) {
            throw new NoSuchOperation(operation);
        }
        checkpoints.begin(operation);
        if (checkpoints.readOnly(operation).isPresent()) {
            erasure.catchUp(operation); // nothing is published any more that would bring it
        }
        var publisher = new Publisher(operation, checkpoints);
        return new Line(new OperationWriter(operation, batches, publisher::committed), publisher);
    }

    @Override
    public void close() {
        lines.values()
                .forEach(
                        line -> {
                            line.writer().close();
                            line.publisher().close();
                        });
    }
}
