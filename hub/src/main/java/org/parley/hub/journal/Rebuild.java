package org.parley.hub.journal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.parley.hub.journal.EntryStore.Stored;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Empties an operation's state and replays its journal: the state is nothing but what was said, in
/// order. Runs in one transaction under the operation's lock, so readers see the old state until
/// the new one is whole. Statements that were erased are passed over.
@Component
public class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int CHUNK = 1_000;

    private final TransactionTemplate transactions;
    private final WriterStore writer;
    private final EntryStore entries;
    private final LabelStore labels;
    private final StateStore state;
    private final Kinds kinds;
    private final FieldText text;
    private final ErasureStore erasures;

    Rebuild(
            @Qualifier("writer") TransactionTemplate transactions,
            WriterStore writer,
            @Qualifier("allEntries") EntryStore entries,
            LabelStore labels,
            StateStore state,
            Kinds kinds,
            FieldText text,
            ErasureStore erasures) {
        this.transactions = transactions;
        this.writer = writer;
        this.entries = entries;
        this.labels = labels;
        this.state = state;
        this.kinds = kinds;
        this.text = text;
        this.erasures = erasures;
    }

    /// What a rebuild did.
    ///
    /// @param same whether the state is what it was before, byte for byte
    public record Result(OperationId operation, long statements, boolean same) {}

    public Result run(OperationId operation) {
        try {
            return requireNonNull(
                    transactions.execute(status -> replayed(operation, status, Shield.NONE)));
        } catch (DataAccessException | UndecidableStatement oneOfThem) {
            LOG.atWarn()
                    .addKeyValue("operation", operation)
                    .setCause(oneOfThem)
                    .log("A statement cannot be replayed; once more with a savepoint for each");
            return requireNonNull(
                    transactions.execute(
                            status -> replayed(operation, status, Shield.savepoints(status))));
        }
    }

    private Result replayed(OperationId operation, TransactionStatus transaction, Shield shield) {
        writer.lock(operation);
        long size = writer.end(operation).orElseThrow(() -> new NoSuchOperation(operation)).size();
        var log =
                new Log(
                        operation,
                        labels.after(operation, 0).stream()
                                .map(each -> each.label().untimed())
                                .toList(),
                        erasures.expired(operation, 0, size));
        try (var aside = Executors.newVirtualThreadPerTaskExecutor()) {
            // By another connection, which sees the old state until this transaction ends.
            var before = aside.submit(() -> state.digest(operation));
            state.clear(operation);
            // The log is read by this transaction: a restore has not committed it yet.
            var first = read(operation, 0, size);
            var next = aside.submit(() -> decoded(log, first));
            var runs = new Runs();
            for (long from = 0; from < size; from += CHUNK) {
                var steps = answer(next);
                var after = read(operation, from + CHUNK, size);
                next = aside.submit(() -> decoded(log, after));
                steps.forEach(step -> replay(operation, step, shield, runs));
                runs.apply();
            }
            transaction.flush();
            return new Result(operation, size, answer(before).equals(state.digest(operation)));
        }
    }

    private static <T> T answer(Future<T> work) {
        try {
            return work.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException fault
                    ? fault
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new HubStopping();
        }
    }

    /// @param gone the classes whose fields were destroyed, by index
    private record Log(
            OperationId operation, List<Label> labels, Map<Long, Set<FieldClass>> gone) {}

    /// A statement that was read; `apply` throws what was wrong with reading it.
    private record Step(long index, Consumer<Runs> apply) {}

    private List<Stored> read(OperationId operation, long from, long size) {
        return from >= size
                ? List.of()
                : entries.between(operation, from, Math.min(size, from + CHUNK));
    }

    /// What the next steps are, worked out while the last ones are applied.
    private List<Step> decoded(Log log, List<Stored> read) {
        return read.stream()
                .filter(stored -> !stored.erased())
                .map(stored -> new Step(stored.index(), step(log, stored)))
                .toList();
    }

    /// What cannot be without the fields that were destroyed is left out of the state.
    private Consumer<Runs> step(Log log, Stored stored) {
        try {
            return step(log, stored, kinds.get(stored.type()));
        } catch (RuntimeException fault) {
            if (log.gone().containsKey(stored.index())) {
                return _ -> {};
            }
            return _ -> {
                throw fault;
            };
        }
    }

    /// A statement that follows from an erased one may not be applicable any more: it is left out
    /// and named, and harms no other.
    private static void replay(OperationId operation, Step step, Shield shield, Runs runs) {
        var placed =
                shield.around(
                        () -> {
                            step.apply().accept(runs);
                            if (shield != Shield.NONE) {
                                runs.apply(); // each one answers for its own
                            }
                            return new Placed.Committed(step.index(), true);
                        });
        if (placed instanceof Placed.Failed(var fault)) {
            LOG.atWarn()
                    .addKeyValue("operation", operation)
                    .addKeyValue("index", step.index())
                    .setCause(fault)
                    .log("Left out of the state");
        }
    }

    private <B extends Record & Body> Consumer<Runs> step(
            Log log, Stored stored, Kinds.Known<B> known) {
        var fields =
                text.read(requireNonNull(stored.fields()), stored.exactFields(), FieldClass.EXACT);
        var entry =
                new Entry<>(
                        log.operation(),
                        stored.index(),
                        new StatementId(stored.id()),
                        new PartnerId(stored.originator()),
                        requireNonNull(stored.account()),
                        stored.label(),
                        log.labels().get(stored.label() - 1),
                        stored.claimedAt(),
                        stored.heardAt(),
                        stored.marks(),
                        known.read(
                                stored.schema(),
                                fields,
                                log.gone().getOrDefault(stored.index(), Set.of())));
        return runs -> runs.add(known.kind(), entry);
    }
}
