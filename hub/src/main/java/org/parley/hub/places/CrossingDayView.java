package org.parley.hub.places;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/// A crossing's day: all that is said of it, side by side. The hub picks no winner.
///
/// @param differ whether two organisations say different things of the openings
/// @param said in the order in which it was said
public record CrossingDayView(
        String crossing, LocalDate day, boolean differ, List<CrossingDaySaid> said) {

    static CrossingDayView of(String crossing, LocalDate day, List<CrossingDaySaid> said) {
        long versions =
                said.stream()
                        .map(CrossingDaySaid::openings)
                        .filter(Objects::nonNull)
                        .map(HashSet::new)
                        .distinct()
                        .count();
        return new CrossingDayView(crossing, day, versions > 1, List.copyOf(said));
    }
}
