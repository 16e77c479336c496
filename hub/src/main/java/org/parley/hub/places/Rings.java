package org.parley.hub.places;

import java.util.List;
import org.parley.kernel.InvalidValue;

/// What a ring of an outline must be: closed, of four positions at least, on the earth, and on one
/// side of the antimeridian.
final class Rings {

    private static final int FEWEST = 4;

    private Rings() {}

    static void check(List<List<Double>> ring) {
        if (ring.size() < FEWEST) {
            throw new InvalidValue(
                    "outline",
                    "value.ring-short",
                    "has a ring of {positions} positions; a ring has four at least, the last equal to the first",
                    ring.size());
        }
        for (var position : ring) {
            if (position.size() != 2) {
                throw new InvalidValue(
                        "outline",
                        "value.position-numbers",
                        "has a position of {numbers} numbers; give longitude and latitude alone",
                        position.size());
            }
            var _ = new Position(position.get(0), position.get(1));
        }
        if (!ring.getFirst().equals(ring.getLast())) {
            throw new InvalidValue(
                    "outline",
                    "value.ring-open",
                    "has a ring that does not close: it starts at {first} and ends at {last}",
                    ring.getFirst(),
                    ring.getLast());
        }
        for (int i = 1; i < ring.size(); i++) {
            if (Math.abs(ring.get(i).get(0) - ring.get(i - 1).get(0)) > 180) {
                throw new InvalidValue(
                        "outline",
                        "value.antimeridian",
                        "crosses the antimeridian between {from} and {to}; cut it there into two polygons",
                        ring.get(i - 1),
                        ring.get(i));
            }
        }
    }
}
