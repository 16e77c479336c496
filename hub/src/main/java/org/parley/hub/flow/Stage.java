package org.parley.hub.flow;

import org.jspecify.annotations.Nullable;

/// How far a consignment has come, for lists and boards. It is a reading of what was said and no
/// status of its own: quantities of one line can be at several stages at once.
public enum Stage {
    REQUESTED(0),
    UNDER_REVIEW(0),
    ON_HOLD(0),
    RULED_AGAINST(0),
    RULED_IN_PART(0),
    RULED_FOR(0),
    CUSTOMS(0),
    MANIFESTED(0),
    DISPATCHED(1),
    AT_INSPECTION(1),
    OFFLOADED(1),
    COLLECTED(1),
    ARRIVED(1),
    DISTRIBUTED(1),
    WITHDRAWN(2),
    CLOSED(2);

    private final int phase;

    Stage(int phase) {
        this.phase = phase;
    }

    /// 0 on paper, where the latest statement tells the stage; 1 on the way, where the furthest
    /// step does; 2 at the end.
    int phase() {
        return phase;
    }

    /// Rises with the way. On paper all are alike: the latest counts.
    int rank() {
        return phase == 0 ? 0 : ordinal();
    }

    public String code() {
        return Codes.of(this);
    }

    public static Stage of(String code) {
        return Codes.of(Stage.class, "stage", code);
    }

    /// The stage that a statement brings its consignments to; none where it changes no stage.
    static @Nullable Stage of(FlowBody body) {
        return switch (body) {
            case ConsignmentRequested _ -> REQUESTED;
            case ConsignmentWithdrawn _ -> WITHDRAWN;
            case ConsignmentClosed _ -> CLOSED;
            case ReviewReported said ->
                    said.state() == ReviewState.ON_HOLD ? ON_HOLD : UNDER_REVIEW;
            case Ruled said -> of(said);
            case CustomsReported said ->
                    said.outcome() == CustomsOutcome.RELEASED ? CUSTOMS : ON_HOLD;
            case Manifested _ -> MANIFESTED;
            case GoodsReported said -> of(said.step());
            case ReceiptReported _ -> ARRIVED;
            case ConsignmentAmended _, CustodyHandedOver _, LegPlanned _, LoadsPlanned _ -> null;
            case LoadsChanged _ -> null;
        };
    }

    private static Stage of(Ruled said) {
        var outcomes = said.lines().stream().map(LineRuling::outcome).distinct().toList();
        if (outcomes.size() > 1) {
            return RULED_IN_PART;
        }
        return switch (outcomes.getFirst()) {
            case FOR -> RULED_FOR;
            case IN_PART -> RULED_IN_PART;
            case AGAINST -> RULED_AGAINST;
        };
    }

    private static @Nullable Stage of(Step step) {
        return switch (step) {
            case DISPATCHED -> DISPATCHED;
            case AT_INSPECTION -> AT_INSPECTION;
            case OFFLOADED -> OFFLOADED;
            case COLLECTED -> COLLECTED;
            case ARRIVED -> ARRIVED;
            case DISTRIBUTED -> DISTRIBUTED;
            case INTERCEPTED, RETURNED, LOST, DAMAGED -> null;
        };
    }
}
