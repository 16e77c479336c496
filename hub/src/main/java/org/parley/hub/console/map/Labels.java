package org.parley.hub.console.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/// Finds room for the names on a map: each goes to the first of eight places around its site where
/// it covers nothing. A name that finds no room is left out; the table beside the map has it.
final class Labels {

    private static final double[][] PLACES = {
        {20, 5, 0},
        {-20, 5, 2},
        {0, 34, 1},
        {0, -24, 1},
        {18, 24, 0},
        {-18, 24, 2},
        {18, -16, 0},
        {-18, -16, 2},
        {0, 48, 1},
        {0, -40, 1},
    };

    private final List<Envelope> taken = new ArrayList<>();
    private final Envelope sheet;

    Labels(double width, double height) {
        this.sheet = new Envelope(2, width - 2, 2, height - 14);
    }

    /// Where a name stands.
    ///
    /// @param anchor `start`, `middle` or `end`, as seen, whatever the writing direction
    record Spot(double x, double y, String anchor) {}

    /// Keeps others away from a symbol.
    void block(double west, double north, double east, double south) {
        taken.add(new Envelope(west, east, north, south));
    }

    Optional<Spot> place(double x, double y, String name, String note) {
        double wide = Math.max(width(name, 7.4), width(note, 6.3)) + 4;
        double tall = note.isEmpty() ? 16 : 30;
        for (var place : PLACES) {
            double left = x + place[0] - wide * place[2] / 2;
            double up = y + place[1] - (note.isEmpty() ? 12 : 18);
            var box = new Envelope(left, left + wide, up, up + tall);
            if (sheet.contains(box) && taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                var anchor = place[2] == 0 ? "start" : place[2] == 1 ? "middle" : "end";
                return Optional.of(new Spot(x + place[0], y + place[1], anchor));
            }
        }
        return Optional.empty();
    }

    private static double width(String text, double each) {
        return text.codePointCount(0, text.length()) * each;
    }
}
