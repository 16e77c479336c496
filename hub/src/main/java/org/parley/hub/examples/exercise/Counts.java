package org.parley.hub.examples.exercise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.hub.claims.ClaimKind;
import org.parley.hub.claims.Claimed;
import org.parley.hub.claims.Figure;
import org.parley.hub.claims.RuleDescribed;
import org.parley.hub.claims.SaidDate;
import org.parley.hub.claims.SourceDescribed;
import org.parley.hub.examples.ExampleFiles;
import org.parley.kernel.id.PartnerId;

/// Four organisations count the same day's trucks by four rules, and disagree.
final class Counts {

    private static final String FILE = "counts.yaml";

    private final long seed;
    private final Yard yard;

    Counts(long seed, Yard yard) {
        this.seed = seed;
        this.yard = yard;
    }

    record SaidSource(PartnerId by, SourceDescribed says) {}

    /// What is counted, by whom and how.
    static List<Line<?>> described(ExampleFiles files) {
        var lines = new ArrayList<Line<?>>();
        var at = World.at(World.FIRST_DAY, 11, 0);
        for (var rule : files.list(FILE, "rules", RuleDescribed.class)) {
            lines.add(Line.said(at, "rule/" + rule.rule(), World.CENTER, rule));
        }
        for (var source : files.list(FILE, "sources", SaidSource.class)) {
            lines.add(
                    Line.said(
                            at.plusSeconds(60),
                            "source/" + source.says().source(),
                            source.by(),
                            source.says()));
        }
        return lines;
    }

    /// The figures for a day, published the morning after.
    List<Line<?>> of(LocalDate day) {
        var lines = new ArrayList<Line<?>>();
        int listed = yard.counted(day, Yard.Counted.MANIFESTED);
        int screened = yard.counted(day, Yard.Counted.SCREENED);
        if (screened == 0) {
            return lines;
        }
        var dice = new Dice(seed, "counts/" + day);
        int seen =
                (int)
                                Math.round(
                                        yard.counted(day, Yard.Counted.SEEN)
                                                * (0.6 + 0.2 * dice.share())
                                                / 5)
                        * 5;
        var next = day.plusDays(1);
        lines.add(
                figure(
                        next,
                        6,
                        World.CENTER,
                        day,
                        listed,
                        "manifested",
                        "6 of 6 crossings",
                        false));
        lines.add(
                figure(
                        next,
                        7,
                        World.SUPPLY_OFFICE,
                        day,
                        seen,
                        "seen-at-the-gate",
                        "4 of 6 crossings",
                        true));
        lines.add(
                figure(
                        next,
                        8,
                        World.GOODS_OFFICE,
                        day,
                        screened,
                        "screened",
                        "3 of 3 inspection yards",
                        false));
        lines.add(
                figure(
                        next,
                        9,
                        World.AGENCY,
                        day,
                        yard.counted(day, Yard.Counted.OFFLOADED_HUMANITARIAN),
                        "offloaded-by-agency",
                        "6 of 6 crossings",
                        false));
        if (dice.chance(0.15)) {
            lines.add(
                    figure(
                            day.plusDays(3),
                            12,
                            World.GOODS_OFFICE,
                            day,
                            screened + dice.between(1, 7),
                            "screened",
                            "3 of 3 inspection yards",
                            false));
        }
        return lines;
    }

    private static Line<?> figure(
            LocalDate on,
            int hour,
            PartnerId by,
            LocalDate day,
            int trucks,
            String rule,
            @Nullable String coverage,
            boolean approximate) {
        return Line.said(
                World.at(on, hour, 10),
                "count/%s/%s/%s".formatted(day, rule, on),
                by,
                new Claimed(
                        "trucks-" + day,
                        ClaimKind.COUNT,
                        "Trucks on a day",
                        "%d trucks on %s.".formatted(trucks, day),
                        by.value(),
                        by.value(),
                        null,
                        null,
                        new SaidDate(null, on, on, false),
                        new SaidDate(null, day, day, false),
                        new Figure(
                                "trucks-" + day,
                                Integer.toString(trucks),
                                "truck",
                                approximate,
                                rule,
                                null,
                                coverage),
                        Map.of()));
    }
}
