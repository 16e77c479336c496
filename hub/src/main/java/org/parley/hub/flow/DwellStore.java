package org.parley.hub.flow;

import static java.util.Comparator.comparing;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.MemberStore.Member;
import org.parley.hub.flow.MemberStore.Stretch;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How long consignments stay at each node of their way, and how long authorities take.
@Repository
class DwellStore {

    private static final String DAYS =
            """
            SELECT m.day, m.crossing, c.kind, count(DISTINCT e.consignment) AS consignments,
                   count(*) AS lines, count(l.tonnes_per_unit) AS weighed,
                   sum(e.quantity * l.tonnes_per_unit) AS tonnes,
                   array_agg(DISTINCT m.originator ORDER BY m.originator) AS sources
              FROM state.manifest m
              JOIN state.manifest_entry e ON e.operation = m.operation
               AND e.manifest = m.manifest AND e.label = ANY(:operational)
               AND e.known_from < :size AND e.known_until >= :size
              JOIN state.consignment c ON c.operation = e.operation
               AND c.consignment = e.consignment AND c.label = ANY(:operational)
               AND c.known_from < :size AND c.known_until >= :size
              LEFT JOIN state.consignment_line l ON l.operation = e.operation
               AND l.consignment = e.consignment AND l.line = e.line
               AND l.label = ANY(:operational)
               AND l.known_from < :size AND l.known_until >= :size
             WHERE m.operation = :operation AND m.label = ANY(:operational)
               AND m.known_from < :size AND m.known_until >= :size
               AND m.day BETWEEN :from AND :until
             GROUP BY m.day, m.crossing, c.kind
             ORDER BY m.day, m.crossing, c.kind
            """;

    private static final List<String> HUB = List.of("hub");
    private static final List<String> NODES =
            List.of(
                    "requested",
                    "ruled",
                    "manifested",
                    "dispatched",
                    "at-inspection",
                    "offloaded",
                    "collected",
                    "arrived");

    /// The stages that bring a consignment to each node.
    private static final List<List<String>> STAGES =
            List.of(
                    List.of("requested"),
                    List.of("ruled-against", "ruled-in-part", "ruled-for"),
                    List.of("manifested"),
                    List.of("dispatched"),
                    List.of("at-inspection"),
                    List.of("offloaded"),
                    List.of("collected"),
                    List.of("arrived"));

    /// What is told of in one row: a node's stays, or an authority's rulings, of one kind.
    private record Row(String kind, String item) {}

    private final JdbcClient sql;
    private final Summing summing;
    private final MemberStore members;

    DwellStore(JdbcClient sql, Summing summing, MemberStore members) {
        this.sql = sql;
        this.summing = summing;
        this.members = members;
    }

    List<DwellView> dwell(Sight sight, Cut cut, @Nullable AssistanceKind kind) {
        var byNode = new TreeMap<Row, Stays>(comparing(Row::kind).thenComparing(Row::item));
        summing.of(sight, cut, kind, Series.STAY)
                .forEach(
                        (key, amount) ->
                                byNode.computeIfAbsent(
                                                new Row(key.kind(), key.item()), _ -> new Stays())
                                        .add(key, amount));
        var oldest = oldest(sight, cut, byNode);
        var views = new ArrayList<DwellView>();
        byNode.forEach((row, stays) -> views.add(dwell(row, stays, oldest.get(row), cut)));
        return views;
    }

    private static final class Stays {

        private final Ranked ended = new Ranked();
        private final TreeMap<Long, Long> stillSince = new TreeMap<>();
        private long outOfOrder;

        void add(Share.Key key, Amount amount) {
            switch (key.series()) {
                case "stay" -> ended.add(key.bucket(), amount);
                case "still" -> stillSince.merge(key.bucket(), amount.members(), Long::sum);
                default -> outOfOrder += amount.members();
            }
        }

        long still() {
            return stillSince.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /// Since when the consignment that has been longest at each node is there.
    private Map<Row, Instant> oldest(Sight sight, Cut cut, Map<Row, Stays> byNode) {
        var wanted = new HashSet<Stretch>();
        var stages = new HashSet<Stretch>();
        byNode.forEach(
                (row, stays) -> {
                    if (!stays.stillSince.isEmpty()) {
                        long first = stays.stillSince.firstKey();
                        wanted.add(new Stretch(row.item(), first));
                        STAGES.get(Integer.parseInt(row.item()))
                                .forEach(stage -> stages.add(new Stretch(stage, first)));
                    }
                });
        var oldest = new HashMap<Row, Instant>();
        for (var member : members.still(sight, cut, stages)) {
            if (wanted.contains(member.stretch())) {
                oldest.merge(row(member), member.since(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return oldest;
    }

    private static Row row(Member member) {
        return new Row(member.kind(), member.item());
    }

    private static DwellView dwell(Row row, Stays stays, @Nullable Instant oldest, Cut cut) {
        long size = cut.size();
        long left = stays.ended.count();
        long gone = left + stays.outOfOrder;
        long still = stays.still();
        return new DwellView(
                NODES.get(Integer.parseInt(row.item())),
                row.kind(),
                figure(BigDecimal.valueOf(left), "consignment", "flow.went-on", left, gone, size),
                hours(stays.ended, 0.5, "flow.dwell-p50", gone, size),
                hours(stays.ended, 0.9, "flow.dwell-p90", gone, size),
                figure(
                        BigDecimal.valueOf(still),
                        "consignment",
                        "flow.still-there",
                        still,
                        gone + still,
                        size),
                oldest == null
                        ? null
                        : figure(
                                Hours.of(
                                        BigDecimal.valueOf(
                                                Duration.between(oldest, cut.at()).toMillis(), 3)),
                                "hour",
                                "flow.oldest-here",
                                still,
                                still,
                                size));
    }

    private static @Nullable FlowFigure hours(
            Ranked durations, double share, String rule, long expected, long size) {
        return durations
                .at(share)
                .map(
                        seconds ->
                                figure(
                                        Hours.of(seconds),
                                        "hour",
                                        rule,
                                        durations.count(),
                                        expected,
                                        size))
                .orElse(null);
    }

    private static FlowFigure figure(
            BigDecimal value, String unit, String rule, long reported, long expected, long size) {
        return new FlowFigure(value, unit, rule, HUB, reported, expected, size);
    }

    List<AuthorityView> authorities(Sight sight, Cut cut) {
        var byAuthority = new TreeMap<Row, Ruling>(comparing(Row::item).thenComparing(Row::kind));
        summing.of(sight, cut, null, Series.RULING)
                .forEach(
                        (key, amount) -> {
                            var item = key.item().split(" ", 2);
                            byAuthority
                                    .computeIfAbsent(
                                            new Row(key.kind(), item[0]), _ -> new Ruling())
                                    .add(key, item[item.length - 1], amount);
                        });
        var views = new ArrayList<AuthorityView>();
        byAuthority.forEach((row, ruling) -> views.add(authority(row, ruling, cut.size())));
        return views;
    }

    private static final class Ruling {

        private final Ranked timed = new Ranked();
        private final TreeMap<String, Long> reasons = new TreeMap<>();
        private Amount all = Amount.NONE;

        void add(Share.Key key, String reason, Amount amount) {
            if (key.series().equals("reason")) {
                reasons.merge(reason, amount.members(), Long::sum);
                return;
            }
            all = all.plus(amount);
            if (key.bucket() >= 0) {
                timed.add(key.bucket(), amount);
            }
        }
    }

    private static AuthorityView authority(Row row, Ruling ruling, long size) {
        long rulings = ruling.all.members();
        return new AuthorityView(
                row.item(),
                row.kind(),
                lines(rulings, "flow.lines-ruled-on", rulings, size),
                lines(
                        ruling.all.sum(2).longValueExact(),
                        "flow.lines-ruled-in-part",
                        rulings,
                        size),
                lines(
                        ruling.all.sum(1).longValueExact(),
                        "flow.lines-ruled-against",
                        rulings,
                        size),
                new LinkedHashMap<>(ruling.reasons),
                hours(ruling.timed, 0.5, "flow.decision-p50", rulings, size),
                hours(ruling.timed, 0.9, "flow.decision-p90", rulings, size));
    }

    private static FlowFigure lines(long count, String rule, long all, long size) {
        return figure(BigDecimal.valueOf(count), "line", rule, count, all, size);
    }

    List<ManifestDayView> days(Sight sight, Cut cut, LocalDate from, LocalDate until) {
        return seen(DAYS, sight, cut)
                .param("from", from)
                .param("until", until)
                .query((row, _) -> day(row, cut.size()))
                .list();
    }

    private static ManifestDayView day(ResultSet row, long size) throws SQLException {
        var sources = Rows.texts(row, "sources");
        long consignments = row.getLong("consignments");
        var tonnes = row.getBigDecimal("tonnes");
        return new ManifestDayView(
                row.getObject("day", LocalDate.class),
                row.getString("crossing"),
                row.getString("kind"),
                new FlowFigure(
                        BigDecimal.valueOf(consignments),
                        "consignment",
                        "flow.manifested",
                        sources,
                        consignments,
                        consignments,
                        size),
                new FlowFigure(
                        tonnes == null ? BigDecimal.ZERO : Rows.plain(tonnes),
                        "tonne",
                        "flow.manifested",
                        sources,
                        row.getLong("weighed"),
                        row.getLong("lines"),
                        size));
    }

    private JdbcClient.StatementSpec seen(String query, Sight sight, Cut cut) {
        return sql.sql(query)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("operational", sight.labels(OPERATIONAL));
    }
}
