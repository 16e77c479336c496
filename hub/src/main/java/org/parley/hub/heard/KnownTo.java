package org.parley.hub.heard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.hub.api.Asked;
import org.parley.hub.api.Paging;
import org.parley.hub.heard.KnownToStore.Row;
import org.parley.hub.journal.Clocks;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Sight;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.PartnerId;
import org.springframework.stereotype.Service;

/// What an organisation could know at a moment: what it said itself, and what it could read and was
/// served from a cut that holds it. Its own people see all of that; others see it of what they
/// said themselves, as far as they see the memberships that let it be read.
@Service
public class KnownTo {

    private static final String RULE = "heard.served-from-a-cut-that-holds-it";

    private final Journal journal;
    private final Clocks clocks;
    private final Deliveries deliveries;
    private final ServedStore served;
    private final KnownToStore statements;

    KnownTo(
            Journal journal,
            Clocks clocks,
            Deliveries deliveries,
            ServedStore served,
            KnownToStore statements) {
        this.journal = journal;
        this.clocks = clocks;
        this.deliveries = deliveries;
        this.served = served;
        this.statements = statements;
    }

    /// A desk, as what it was served and what of that who asks may be told.
    private record Told(Served reached, Sight could) {}

    /// The moment is that of the cut; an organisation that nothing was delivered to looks like one
    /// that there is not.
    public KnownToView find(Asked asked, PartnerId organisation, Paging paging) {
        deliveries.write();
        var operation = asked.cut().operation();
        var until = asked.cut().live() ? clocks.now(operation) : asked.cut().at();
        boolean own = asked.reader().organisation().equals(organisation);
        var told = told(asked, organisation, own, until);
        var found = list(asked, organisation, own, told, paging);
        boolean more = found.size() > paging.limit();
        var page = more ? found.subList(0, paging.limit()) : found;
        return new KnownToView(
                organisation.value(),
                until,
                own,
                RULE,
                own ? told.stream().map(one -> reached(one.reached())).toList() : null,
                known(asked, organisation, until, told, page),
                more ? String.valueOf(page.getLast().index()) : null);
    }

    private List<Told> told(Asked asked, PartnerId organisation, boolean own, Instant until) {
        var operation = asked.cut().operation();
        var visible =
                own
                        ? Set.<String>of()
                        : served.visibleGroups(asked.sight(), asked.cut(), organisation);
        return served.reached(operation, organisation, until).stream()
                .map(
                        one -> {
                            var desk = own ? one.desk() : one.desk().within(visible);
                            return new Told(one, journal.sight(desk.reader(operation)));
                        })
                .toList();
    }

    private List<Row> list(
            Asked asked, PartnerId organisation, boolean own, List<Told> told, Paging paging) {
        var theirs = new TreeSet<Integer>();
        told.forEach(one -> theirs.addAll(List.of(one.could().labels())));
        return statements.list(
                asked.sight(),
                asked.cut(),
                organisation,
                own ? null : asked.reader().organisation(),
                told.stream().mapToLong(one -> one.reached().size()).max().orElse(0),
                theirs.toArray(Integer[]::new),
                paging.afterIndex().orElse(Long.MAX_VALUE),
                paging.limit() + 1);
    }

    private static KnownToView.Reached reached(Served served) {
        return new KnownToView.Reached(
                served.way(), served.desk().ceiling().code(), served.size(), served.at());
    }

    private List<KnownToView.Known> known(
            Asked asked, PartnerId organisation, Instant until, List<Told> told, List<Row> page) {
        var firsts = new HashMap<Long, List<Served>>();
        served.first(
                        asked.cut().operation(),
                        organisation,
                        until,
                        page.stream().map(Row::index).toList(),
                        told.stream().map(Told::reached).toList())
                .forEach(
                        first ->
                                firsts.computeIfAbsent(first.index(), _ -> new ArrayList<>())
                                        .add(first.served()));
        var sights = new HashMap<Desk, Sight>();
        told.forEach(one -> sights.put(one.reached().desk(), one.could()));
        var known = new ArrayList<KnownToView.Known>();
        for (var row : page) {
            var view = view(asked, organisation, row, firsts, sights);
            if (view != null) {
                known.add(view);
            }
        }
        return known;
    }

    private static KnownToView.@Nullable Known view(
            Asked asked,
            PartnerId organisation,
            Row row,
            Map<Long, List<Served>> firsts,
            Map<Desk, Sight> sights) {
        if (row.originator().equals(organisation.value())) {
            return known(asked, row, FieldClass.EXACT, Way.SAID, row.index() + 1, row.heardAt());
        }
        FieldClass widest = null;
        Served first = null;
        for (var served : firsts.getOrDefault(row.index(), List.of())) {
            var could = sights.get(served.desk());
            var upTo = could == null ? null : could.of(row.label()).orElse(null);
            if (upTo == null) {
                continue;
            }
            widest = widest == null || upTo.covers(widest) ? upTo : widest;
            first = first == null || served.at().isBefore(first.at()) ? served : first;
        }
        return widest == null || first == null
                ? null
                : known(asked, row, widest, first.way(), first.size(), first.at());
    }

    private static KnownToView.Known known(
            Asked asked, Row row, FieldClass upTo, Way way, long size, Instant at) {
        return new KnownToView.Known(
                row.index(),
                row.originator(),
                row.id().toString(),
                row.type(),
                row.heardAt(),
                upTo.code(),
                way,
                size,
                at,
                "/api/v1/operations/%s/statements/%s/%s/receipt"
                        .formatted(asked.cut().operation(), row.originator(), row.id()));
    }
}
