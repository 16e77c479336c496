package org.parley.hub.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A day in lanes, with the moment that the page shows. Time runs from left to right in every
/// language.
///
/// @param at the moment that is shown
/// @param now the operation's present
public record Timeline(Instant from, Instant until, Instant at, Instant now, List<Lane> lanes) {

    private static final double LEFT = 132;
    private static final double WIDTH = 1618;
    private static final int LANE = 25;

    /// One row.
    public record Lane(String name, List<Bar> bars, List<Event> events, List<Late> late) {}

    /// Something that lasts.
    ///
    /// @param planned whether it lies ahead
    public record Bar(Instant from, Instant until, Mark mark, String text, boolean planned) {}

    /// Something that happened at one time.
    public record Event(Instant at, Mark mark, String text) {}

    /// Something that was heard much later than it is said to have happened.
    public record Late(Instant happened, Instant heard, String text) {}

    public String x(Instant time) {
        double share =
                (double) Duration.between(from, time).toSeconds()
                        / Duration.between(from, until).toSeconds();
        return String.format(Locale.ROOT, "%.1f", LEFT + Math.clamp(share, 0, 1) * WIDTH);
    }

    public String width(Instant start, Instant end) {
        return String.format(
                Locale.ROOT,
                "%.1f",
                Math.max(3, Double.parseDouble(x(end)) - Double.parseDouble(x(start))));
    }

    public int y(int lane) {
        return 22 + lane * LANE;
    }

    public int bottom() {
        return y(lanes.size()) + 10;
    }

    public int height() {
        return bottom() + 2;
    }

    /// Every second hour of the window.
    public List<Instant> hours() {
        long hours = Duration.between(from, until).toHours();
        long step = Math.max(2, hours / 12);
        return IntStream.rangeClosed(0, (int) (hours / step))
                .mapToObj(i -> from.plus(Duration.ofHours(i * step)))
                .toList();
    }
}
