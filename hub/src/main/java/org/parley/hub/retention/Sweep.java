package org.parley.hub.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.hub.journal.Clocks;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Expired;
import org.parley.hub.journal.ExpiredKind;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Operation;
import org.parley.hub.journal.Submission;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.StatementId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Has the hub destroy what is over its time. Each destruction is a statement of the hub's, carried
/// out once its checkpoint is published; the log and all receipts stay valid.
@Component
@EnableConfigurationProperties(RetentionSettings.class)
class Sweep implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("retention").factory());
    private final PeriodStore periods;
    private final DueStore due;
    private final Journal journal;
    private final Clocks clocks;
    private final InstantSource clock;
    private final TransactionTemplate eraser;

    Sweep(
            RetentionSettings settings,
            PeriodStore periods,
            DueStore due,
            Journal journal,
            Clocks clocks,
            InstantSource clock,
            @Qualifier("eraser") TransactionTemplate eraser) {
        this.periods = periods;
        this.due = due;
        this.journal = journal;
        this.clocks = clocks;
        this.clock = clock;
        this.eraser = eraser;
        clockwork.scheduleWithFixedDelay(
                this::beat,
                settings.first().toMillis(),
                Math.max(LEAST.toMillis(), settings.every().toMillis()),
                TimeUnit.MILLISECONDS);
    }

    // Whatever goes wrong in one operation may go well the next time, and stops no other.
    private void beat() {
        for (var operation : journal.operations().stream().map(Operation::id).toList()) {
            try {
                run(operation);
            } catch (RuntimeException failure) {
                LOG.atError()
                        .addKeyValue("operation", operation)
                        .setCause(failure)
                        .log("What is over its time was not erased; it is tried again");
            }
        }
    }

    /// Says and destroys all that is over its time now.
    ///
    /// @return from how many statements it takes something
    int run(OperationId operation) {
        var inForce = periods.inForce(operation);
        forgetReads(operation, inForce.days(Kept.READS)); // also where nothing can be said
        var now = clocks.now(operation);
        var cut = journal.now(operation);
        var said = new ArrayList<Submission<Expired>>();
        int statements = 0;
        for (var kept : List.of(Kept.EXACT, Kept.SITE, Kept.OPERATIONAL)) {
            var rule = new DueStore.Rule(kept, inForce.days(kept), inForce.days(Kept.OPERATIONAL));
            var over = due.due(cut, null, rule, now, now);
            tombstones(cut, kept, rule.days(), over, now, said);
            statements += over.size();
        }
        var records = records(cut, inForce.days(Kept.RECORD), now);
        tombstones(cut, Kept.RECORD, inForce.days(Kept.RECORD), records, now, said);
        statements += records.size();
        if (!said.isEmpty()) {
            journal.submitAll(said);
            LOG.atInfo()
                    .addKeyValue("operation", operation)
                    .addKeyValue("statements", statements)
                    .log("Over their time");
        }
        return statements;
    }

    private List<DueStore.Due> records(Cut cut, int days, Instant now) {
        return periods.ended(cut.operation())
                .map(ended -> Retention.over(ended, days))
                .filter(at -> !at.isAfter(now))
                .map(at -> due.records(cut, null, at))
                .orElse(List.of());
    }

    private static void tombstones(
            Cut cut,
            Kept kept,
            int days,
            List<DueStore.Due> over,
            Instant now,
            List<Submission<Expired>> into) {
        for (int from = 0; from < over.size(); from += Expired.MOST) {
            var named =
                    over.subList(from, Math.min(over.size(), from + Expired.MOST)).stream()
                            .map(DueStore.Due::statement)
                            .toList();
            var first = named.getFirst();
            into.add(
                    new Submission<>(
                            cut.operation(),
                            StatementId.derivedFrom(
                                    "expired",
                                    kept.code(),
                                    first.originator().value(),
                                    first.statement().toString()),
                            ExpiredKind.HUB,
                            Label.ownOnly(ExpiredKind.HUB.organisation()),
                            now,
                            new Expired(kept.code(), kept.fieldClass().code(), days, named)));
        }
    }

    private void forgetReads(OperationId operation, int days) {
        var before = clock.instant().minus(Duration.ofDays(days));
        var held = due.held(operation);
        eraser.executeWithoutResult(_ -> due.forgetReads(operation, before, held));
    }

    @Override
    public void destroy() {
        clockwork.shutdownNow();
    }
}
