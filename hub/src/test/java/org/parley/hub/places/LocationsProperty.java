package org.parley.hub.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.places.TestPlaces.NORTH;
import static org.parley.hub.places.TestPlaces.OPERATION;
import static org.parley.hub.places.TestPlaces.SOUTH;

import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.parley.kernel.names.Names;

/// Over random squares and points, the areas that hold a point are those that arithmetic says, and
/// of two that hold it the smaller comes first.
class LocationsProperty {

    private static final int AREAS = 40;
    private static final int POINTS = 60;

    private record Square(String area, double west, double south, double size) {
        boolean holds(double longitude, double latitude) {
            return longitude >= west
                    && longitude <= west + size
                    && latitude >= south
                    && latitude <= south + size;
        }
    }

    @Test
    void thePointsAreasAreThoseThatHoldIt() {
        long seed = Long.getLong("seed", 20_261_125L);
        var random = RandomGeneratorFactory.getDefault().create(seed);
        try (var hub = TestPlaces.open()) {
            var squares = new ArrayList<Square>();
            for (int i = 0; i < AREAS; i++) {
                var square =
                        new Square(
                                "a-" + i,
                                random.nextInt(-179, 170),
                                random.nextInt(-80, 70),
                                1 + random.nextInt(9));
                squares.add(square);
                hub.say(
                        random.nextBoolean() ? NORTH : SOUTH,
                        new BoundaryDrawn(
                                square.area(),
                                RandomHistory.FIRST,
                                "Survey",
                                null,
                                null,
                                TestPlaces.square(square.west(), square.south(), square.size())));
            }
            for (int i = 0; i < POINTS; i++) {
                // Half of them on a corner or a side, where rounding would show.
                var near = squares.get(random.nextInt(AREAS));
                double longitude = near.west() + random.nextInt(3) * near.size() / 2;
                double latitude = near.south() + random.nextDouble() * near.size();
                hub.say(
                        NORTH,
                        new CrossingDescribed(
                                "c-" + i,
                                "land",
                                Names.of("Gate"),
                                null,
                                null,
                                null,
                                new Position(longitude, latitude),
                                null,
                                null));
                var expected = new TreeSet<String>();
                squares.stream()
                        .filter(square -> square.holds(longitude, latitude))
                        .forEach(square -> expected.add(square.area()));

                var told = hub.places().areasOf(OPERATION, "c-" + i);

                assertThat((Set<String>) told).as("seed %d", seed).isEqualTo(expected);
                assertThat(told.stream().map(area -> size(squares, area)))
                        .as("seed %d", seed)
                        .isSorted();
            }
        }
    }

    private static double size(ArrayList<Square> squares, String area) {
        return squares.stream()
                .filter(square -> square.area().equals(area))
                .findFirst()
                .orElseThrow()
                .size();
    }
}
