package org.parley.hub.flow;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.Checked;

/// What is summed up for each line: how much took which step, and at which node it left the way.
/// Each is a column of `line_tally`.
enum Measure {
    DISPATCHED,
    INSPECTED,
    OFFLOADED,
    COLLECTED,
    ARRIVED,
    DISTRIBUTED,
    SELF_OUTSIDE,
    SELF_INSIDE,
    ARMED_OUTSIDE,
    ARMED_INSIDE,
    RETURNED_OUTSIDE,
    RETURNED_YARD,
    RETURNED_INSIDE,
    RETURNED_DESTINATION,
    DAMAGED_OUTSIDE,
    DAMAGED_YARD,
    DAMAGED_INSIDE,
    DAMAGED_DESTINATION,
    LOST_OUTSIDE,
    LOST_YARD,
    LOST_INSIDE,
    LOST_DESTINATION,
    /// What a receiver reckons should have come. It moves nothing: nobody saw it go.
    MISSING;

    /// All columns, in order.
    static String columns() {
        return Arrays.stream(values()).map(Measure::column).collect(Collectors.joining(", "));
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The measure that a step at a node adds to.
    static Measure of(Step step, @Nullable Node at, @Nullable Interception how) {
        return switch (step) {
            case DISPATCHED -> DISPATCHED;
            case AT_INSPECTION -> INSPECTED;
            case OFFLOADED -> OFFLOADED;
            case COLLECTED -> COLLECTED;
            case ARRIVED -> ARRIVED;
            case DISTRIBUTED -> DISTRIBUTED;
            case INTERCEPTED -> at("%s_%s", how == Interception.ARMED ? "ARMED" : "SELF", at);
            case RETURNED, LOST, DAMAGED -> at("%s_%s", step.name(), at);
        };
    }

    private static Measure at(String form, String what, @Nullable Node node) {
        return valueOf(form.formatted(what, Checked.given("at", node)));
    }

    /// Where goods go to by this measure: which node it adds to; none for what leaves the way.
    @Nullable Node into() {
        return switch (this) {
            case DISPATCHED -> Node.OUTSIDE;
            case OFFLOADED -> Node.YARD;
            case COLLECTED -> Node.INSIDE;
            case ARRIVED -> Node.DESTINATION;
            default -> null;
        };
    }

    /// Which node it takes from; none for what only counts.
    @Nullable Node outOf() {
        return switch (this) {
            case OFFLOADED -> Node.OUTSIDE;
            case COLLECTED -> Node.YARD;
            case ARRIVED -> Node.INSIDE;
            case DISTRIBUTED -> Node.DESTINATION;
            case DISPATCHED, INSPECTED, MISSING -> null;
            default -> Node.valueOf(name().substring(name().indexOf('_') + 1));
        };
    }
}
