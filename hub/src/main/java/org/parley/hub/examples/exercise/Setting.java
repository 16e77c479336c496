package org.parley.hub.examples.exercise;

import java.util.function.Consumer;

/// What all consignments of the exercise have in common.
///
/// @param script takes each line that is written
record Setting(long seed, Yard yard, CrossingCalendar calendar, Consumer<Line<?>> script) {}
