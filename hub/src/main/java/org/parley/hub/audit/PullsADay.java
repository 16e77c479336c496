package org.parley.hub.audit;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.hub.access.SignedIn;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// How many records' positions lists and maps give an organisation in a day: each record once,
/// however often it is asked for again. Stored before it is given; whose day is spent raises an
/// alert for those whose records were pulled.
@Component
class PullsADay implements Pulls {

    private static final Logger LOG = LoggerFactory.getLogger(PullsADay.class);

    private final PullStore store;
    private final TransactionTemplate writer;
    private final AuditSettings settings;
    private final InstantSource clock;
    private final Map<Day, Set<Long>> pulled = new ConcurrentHashMap<>();

    PullsADay(
            PullStore store,
            @Qualifier("writer") TransactionTemplate writer,
            AuditSettings settings,
            InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
    }

    record Day(OperationId operation, PartnerId organisation, LocalDate day) {}

    @Override
    public Set<Long> take(OperationId operation, PartnerId organisation, SortedSet<Long> wanted) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        pulled.keySet().removeIf(one -> one.day().isBefore(today));
        var day = new Day(operation, organisation, today);
        var given = new TreeSet<Long>();
        pulled.compute(
                day,
                (_, known) -> {
                    var all = new HashSet<Long>(known == null ? Set.of() : known);
                    if (!all.containsAll(wanted)) {
                        writer.executeWithoutResult(_ -> all.addAll(more(day, wanted)));
                    }
                    wanted.stream().filter(all::contains).forEach(given::add);
                    return all;
                });
        return given;
    }

    /// What was given until now, by other nodes too, and as many more as there is room for.
    private Set<Long> more(Day day, SortedSet<Long> wanted) {
        store.lock(day);
        var all = store.pulled(day);
        var fresh = wanted.stream().filter(one -> !all.contains(one)).toList();
        int room = Math.max(0, settings.pulls() - all.size());
        var granted = fresh.subList(0, Math.min(room, fresh.size()));
        store.add(day, granted);
        raise(day, fresh.size() > room);
        all.addAll(granted);
        return all;
    }

    private void raise(Day day, boolean spent) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (spent
                && authentication != null
                && authentication.getPrincipal() instanceof SignedIn who
                && store.raise(day, who.account(), clock.instant(), settings.pulls()) > 0) {
            LOG.atWarn()
                    .addKeyValue("operation", day.operation())
                    .addKeyValue("organisation", day.organisation())
                    .log("An organisation has pulled all positions that it may in a day");
        }
    }
}
