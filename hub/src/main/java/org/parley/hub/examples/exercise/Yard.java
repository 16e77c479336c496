package org.parley.hub.examples.exercise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.hub.flow.ManifestEntry;
import org.parley.hub.flow.Manifested;

/// What the consignments share: places on the crossings' days, the manifests that follow from them,
/// and how many trucks were where. Filled in the order in which consignments are drawn.
final class Yard {

    /// What is counted by the day.
    enum Counted {
        MANIFESTED,
        SCREENED,
        OFFLOADED_HUMANITARIAN,
        SEEN
    }

    private record Slot(LocalDate day, Route route) implements Comparable<Slot> {
        @Override
        public int compareTo(Slot other) {
            int byDay = day.compareTo(other.day);
            return byDay == 0 ? route.compareTo(other.route) : byDay;
        }
    }

    private final CrossingCalendar calendar;
    private final SortedMap<Slot, Integer> trucks = new TreeMap<>();
    private final SortedMap<Slot, List<ManifestEntry>> entries = new TreeMap<>();
    private final Map<LocalDate, Map<Counted, Integer>> counts = new TreeMap<>();

    Yard(CrossingCalendar calendar) {
        this.calendar = calendar;
    }

    /// Takes the first day from `earliest` to `latest` at which the crossing passes goods and has
    /// room; none where no such day comes.
    Optional<LocalDate> place(Route route, LocalDate earliest, LocalDate latest, int wanted) {
        for (var day = earliest; !day.isAfter(latest); day = day.plusDays(1)) {
            var slot = new Slot(day, route);
            int taken = trucks.getOrDefault(slot, 0);
            var there = calendar.day(route, day);
            if (there.passes() && taken + wanted <= Math.max(there.trucks(), wanted)) {
                trucks.put(slot, taken + wanted);
                count(day, Counted.MANIFESTED, wanted);
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    void list(Route route, LocalDate day, List<ManifestEntry> added) {
        entries.computeIfAbsent(new Slot(day, route), _ -> new ArrayList<>()).addAll(added);
    }

    void count(LocalDate day, Counted what, int more) {
        counts.computeIfAbsent(day, _ -> new TreeMap<>()).merge(what, more, Integer::sum);
    }

    int counted(LocalDate day, Counted what) {
        return counts.getOrDefault(day, Map.of()).getOrDefault(what, 0);
    }

    static String manifest(Route route, LocalDate day) {
        return "MF-%s-%s".formatted(route.crossing(), day);
    }

    /// The manifests of a day, said by the center the afternoon before; nothing is added to a day's
    /// list after that.
    List<Line<?>> manifests(LocalDate day) {
        var lines = new ArrayList<Line<?>>();
        for (var route : Route.ALL) {
            var slot = new Slot(day, route);
            var listed = entries.getOrDefault(slot, List.of());
            if (!listed.isEmpty()) {
                lines.add(
                        Line.said(
                                World.at(day.minusDays(1), 16, route.ordinal()),
                                "manifest/%s/%s".formatted(route.crossing(), day),
                                World.CENTER,
                                new Manifested(
                                        manifest(route, day),
                                        route.crossing(),
                                        day,
                                        trucks.getOrDefault(slot, 0),
                                        listed)));
            }
        }
        return lines;
    }
}
