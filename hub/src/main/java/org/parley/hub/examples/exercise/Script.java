package org.parley.hub.examples.exercise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.parley.hub.examples.ExampleFiles;

/// All that is said in the exercise, in the order of hearing, for as long as anybody reads on. It
/// follows from the seed alone and is always written from the first day, so that whoever reads it
/// again reads the same.
final class Script {

    private final long seed;
    private final double share;
    private final PriorityQueue<Line<?>> ahead = new PriorityQueue<>(Line.IN_ORDER);
    private final CrossingCalendar calendar;
    private final Yard yard;
    private final Counts counts;
    private LocalDate next = World.FIRST_DAY;
    private int number;

    /// @param share of the consignments of a full exercise, above 0 and at most 1
    Script(long seed, double share, ExampleFiles files) {
        this.seed = seed;
        this.share = share;
        this.calendar = new CrossingCalendar(seed);
        this.yard = new Yard(calendar);
        this.counts = new Counts(seed, yard);
        ahead.addAll(Cast.read(files));
        ahead.addAll(Atlas.read(files));
        ahead.addAll(Counts.described(files));
        ahead.add(OutsideTheHub.request());
    }

    /// What is heard until then and has not been read yet.
    List<Line<?>> until(Instant end) {
        while (!next.isAfter(World.day(end))) {
            write(next);
            next = next.plusDays(1);
        }
        var lines = new ArrayList<Line<?>>();
        for (var line = ahead.peek(); line != null && !line.heard().isAfter(end); ) {
            lines.add(line);
            ahead.remove();
            line = ahead.peek();
        }
        return lines;
    }

    /// How many consignments have been asked for so far.
    int consignments() {
        return number;
    }

    private void write(LocalDate day) {
        var setting = new Setting(seed, yard, calendar, ahead::add);
        int asked = requests(day);
        for (int i = 0; i < asked; i++) {
            number++;
            var dice = new Dice(seed, "consignment/" + number);
            var at = World.at(day, 5, 0).plus(dice.between(0, 10 * 60), ChronoUnit.MINUTES);
            new Life(Order.drawn(number, dice, day), dice, at, setting).run();
        }
        for (var route : Route.ALL) {
            ahead.addAll(calendar.lines(route, day));
        }
        ahead.addAll(yard.manifests(day.plusDays(1)));
        ahead.addAll(counts.of(day.minusDays(1)));
    }

    /// Few in the first days, and fewer on days of rest.
    private int requests(LocalDate day) {
        long since = ChronoUnit.DAYS.between(World.FIRST_DAY, day);
        double grown = since == 0 ? 0 : Math.min(1, 0.35 + 0.065 * since);
        double weight =
                switch (day.getDayOfWeek()) {
                    case FRIDAY -> 0.55;
                    case SATURDAY -> 0.75;
                    default -> 1.15;
                };
        return (int) Math.round(55 * grown * weight * share);
    }
}
