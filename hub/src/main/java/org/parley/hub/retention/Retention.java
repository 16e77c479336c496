package org.parley.hub.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.hub.api.Asked;
import org.parley.hub.journal.Clocks;
import org.parley.hub.journal.Cut;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.stereotype.Service;

/// For what and how long an operation keeps what is said, and which holds stand.
@Service
public class Retention {

    private static final Duration SOON = Duration.ofDays(30);

    private final PeriodStore periods;
    private final HoldStore holds;
    private final DueStore due;
    private final Clocks clocks;
    private final InstantSource clock;

    Retention(
            PeriodStore periods,
            HoldStore holds,
            DueStore due,
            Clocks clocks,
            InstantSource clock) {
        this.periods = periods;
        this.holds = holds;
        this.due = due;
        this.clocks = clocks;
        this.clock = clock;
    }

    public RetentionView view(Asked asked) {
        var stated = periods.stated(asked.sight(), asked.cut());
        var inForce = new EnumMap<Kept, PeriodStore.Stated>(Kept.class);
        stated.forEach(one -> inForce.putIfAbsent(one.kept(), one));
        var ended = periods.ended(asked.sight(), asked.cut());
        var lines = new ArrayList<RetentionView.Line>();
        for (var kept : Kept.values()) {
            var times = times(asked, kept, inForce, ended);
            lines.add(line(asked, kept, inForce, times));
        }
        return new RetentionView(
                lines,
                ended,
                stated.stream().map(Retention::change).toList(),
                holds.list(asked.sight(), asked.cut(), null, null));
    }

    /// Holds on one record, as far as who asks may see it.
    public List<HoldView> holds(Asked asked, PartnerId originator, StatementId record) {
        return holds.list(asked.sight(), asked.cut(), originator, record);
    }

    /// What a rule takes within the next days, and when.
    private record Times(Instant now, List<Instant> at) {}

    private Times times(
            Asked asked,
            Kept kept,
            Map<Kept, PeriodStore.Stated> inForce,
            @Nullable LocalDate ended) {
        var cut = asked.cut();
        int days = days(kept, inForce);
        var now = now(cut, kept);
        var horizon = now.plus(SOON);
        return new Times(
                now,
                switch (kept) {
                    case EXACT, SITE, OPERATIONAL ->
                            instants(
                                    due.due(
                                            cut,
                                            asked.sight(),
                                            new DueStore.Rule(
                                                    kept, days, days(Kept.OPERATIONAL, inForce)),
                                            now,
                                            horizon));
                    case RECORD -> {
                        var at = ended == null ? Instant.MAX : over(ended, days);
                        yield at.isAfter(horizon)
                                ? List.of()
                                : instants(due.records(cut, asked.sight(), at));
                    }
                    case READS ->
                            due.reads(cut, asked.sight(), horizon, days).stream()
                                    .map(at -> at.plus(Duration.ofDays(days)))
                                    .toList();
                });
    }

    private static List<Instant> instants(List<DueStore.Due> due) {
        return due.stream().map(DueStore.Due::at).toList();
    }

    private Instant now(Cut cut, Kept kept) {
        if (!cut.live()) {
            return cut.at();
        }
        return kept == Kept.READS ? clock.instant() : clocks.now(cut.operation());
    }

    private static int days(Kept kept, Map<Kept, PeriodStore.Stated> inForce) {
        var stated = inForce.get(kept);
        return stated == null ? kept.usualDays() : stated.days();
    }

    /// When all that is left of an agreement is over its time.
    static Instant over(LocalDate ended, int days) {
        return ended.plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(Duration.ofDays(days));
    }

    private RetentionView.Line line(
            Asked asked, Kept kept, Map<Kept, PeriodStore.Stated> inForce, Times times) {
        var stated = inForce.get(kept);
        long over = times.at().stream().filter(at -> !at.isAfter(times.now())).count();
        return new RetentionView.Line(
                kept.code(),
                kept.fieldClass().code(),
                days(kept, inForce),
                kept.usualDays(),
                stated == null ? null : stated.purpose(),
                stated == null ? null : stated.by(),
                stated == null ? null : stated.at(),
                over,
                times.at().size() - over,
                times.at().stream()
                        .filter(at -> at.isAfter(times.now()))
                        .min(Instant::compareTo)
                        .orElse(null),
                due.gone(asked.cut(), asked.sight(), kept));
    }

    private static RetentionView.Change change(PeriodStore.Stated stated) {
        return new RetentionView.Change(
                stated.kept().code(),
                stated.days(),
                stated.before(),
                stated.purpose(),
                stated.by(),
                stated.at(),
                stated.index(),
                stated.days() > stated.before());
    }
}
