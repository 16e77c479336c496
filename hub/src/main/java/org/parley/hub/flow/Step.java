package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Something that happened to goods on their way, as the field counts it: each step is a figure of
/// its own, and a pallet can be in several figures.
public enum Step {
    /// Left the sender's side, loaded.
    @JsonProperty("dispatched")
    DISPATCHED,
    /// Came to an inspection point. Where goods are does not change by it: it is a visit.
    @JsonProperty("at-inspection")
    AT_INSPECTION,
    /// Was set down at the crossing, on the inner side's yard.
    @JsonProperty("offloaded")
    OFFLOADED,
    /// Was picked up from the yard by or for the receiver; the same as "uplifted".
    @JsonProperty("collected")
    COLLECTED,
    /// Came to its destination.
    @JsonProperty("arrived")
    ARRIVED,
    /// Was handed out.
    @JsonProperty("distributed")
    DISTRIBUTED,
    /// Was taken on the way, by people in need or by armed actors.
    @JsonProperty("intercepted")
    INTERCEPTED,
    /// Went back.
    @JsonProperty("returned")
    RETURNED,
    @JsonProperty("lost")
    LOST,
    @JsonProperty("damaged")
    DAMAGED;

    public String code() {
        return Codes.of(this);
    }

    /// Whether the step can happen at more than one node, so that its report must say at which.
    boolean needsNode() {
        return switch (this) {
            case INTERCEPTED, RETURNED, LOST, DAMAGED -> true;
            case DISPATCHED, AT_INSPECTION, OFFLOADED, COLLECTED, ARRIVED, DISTRIBUTED -> false;
        };
    }
}
