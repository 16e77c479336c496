package org.parley.hub.examples.exercise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /// What one consignment has on a day's list.
    ///
    /// @param cleared when nothing stood in the way of listing it any more
    record Listed(Instant cleared, int trucks, List<ManifestEntry> entries) {}

    private record Slot(LocalDate day, Route route) implements Comparable<Slot> {
        @Override
        public int compareTo(Slot other) {
            int byDay = day.compareTo(other.day);
            return byDay == 0 ? route.compareTo(other.route) : byDay;
        }
    }

    private final CrossingCalendar calendar;
    private final SortedMap<Slot, Integer> trucks = new TreeMap<>();
    private final SortedMap<Slot, List<Listed>> entries = new TreeMap<>();
    private final Map<Slot, Set<String>> struck = new TreeMap<>();
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

    void list(Route route, LocalDate day, Listed added) {
        entries.computeIfAbsent(new Slot(day, route), _ -> new ArrayList<>()).add(added);
    }

    /// The consignment does not come that day after all: it is taken off the list in the morning.
    void strike(Route route, LocalDate day, String consignment) {
        struck.computeIfAbsent(new Slot(day, route), _ -> new TreeSet<>()).add(consignment);
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
    /// list after that. In the morning lists are said again without what does not come, and the
    /// list of a crossing that was shut overnight is withdrawn.
    List<Line<?>> manifests(LocalDate day) {
        var lines = new ArrayList<Line<?>>();
        for (var route : Route.ALL) {
            var slot = new Slot(day, route);
            var listed = entries.getOrDefault(slot, List.of());
            if (!listed.isEmpty()) {
                lines.add(listed(slot, trucks.getOrDefault(slot, 0), listed));
                var gone = struck.getOrDefault(slot, Set.of());
                if (!gone.isEmpty()) {
                    lines.add(again(slot, without(listed, gone)));
                }
            } else if (calendar.shutOvernight(route, day)) {
                var hoped = hopedFor(slot);
                if (!hoped.isEmpty()) {
                    lines.add(listed(slot, trucks(hoped), hoped));
                    lines.add(again(slot, List.of()));
                }
            }
        }
        return lines;
    }

    private static List<Listed> without(List<Listed> listed, Set<String> gone) {
        return listed.stream()
                .filter(one -> !gone.contains(one.entries().getFirst().consignment()))
                .toList();
    }

    /// What was to come on a day on which nothing could, and is on the next list instead.
    private List<Listed> hopedFor(Slot slot) {
        for (int wait = 1; wait < 6; wait++) {
            var later =
                    entries.getOrDefault(
                            new Slot(slot.day().plusDays(wait), slot.route()), List.of());
            if (!later.isEmpty()) {
                return later.stream().filter(one -> one.cleared().isBefore(issued(slot))).toList();
            }
        }
        return List.of();
    }

    private static int trucks(List<Listed> listed) {
        return listed.stream().mapToInt(Listed::trucks).sum();
    }

    private static Instant issued(Slot slot) {
        return World.at(slot.day().minusDays(1), 16, slot.route().ordinal());
    }

    private static Line<?> listed(Slot slot, int trucks, List<Listed> listed) {
        return said(slot, issued(slot), "", trucks, listed);
    }

    private static Line<?> again(Slot slot, List<Listed> listed) {
        var at = World.at(slot.day(), 5, 40 + slot.route().ordinal());
        return said(slot, at, "/again", trucks(listed), listed);
    }

    private static Line<?> said(
            Slot slot, Instant at, String time, int trucks, List<Listed> listed) {
        var route = slot.route();
        return Line.said(
                at,
                "manifest/%s/%s%s".formatted(route.crossing(), slot.day(), time),
                World.CENTER,
                new Manifested(
                        manifest(route, slot.day()),
                        route.crossing(),
                        slot.day(),
                        trucks,
                        listed.stream().flatMap(one -> one.entries().stream()).toList()));
    }
}
