package org.parley.hub.examples.exercise;

import java.util.List;

/// A way in: where goods are loaded, inspected and let through.
///
/// @param trucks how many trucks the crossing takes on a full day
enum Route {
    NORTH("corridor-north", "north-gate", "wh-plain", "insp-north", 64),
    MILL("corridor-mill", "mill-road", "wh-plain", "insp-north", 34),
    EAST("corridor-east", "east-gate", "wh-stelling", "insp-east", 58),
    BRIDGE("corridor-east", "old-bridge", "wh-stelling", "insp-east", 22),
    WEST("corridor-west", "west-gate", "wh-quay", "insp-quay", 46),
    SEA("corridor-sea", "salt-pier", "wh-quay", "insp-quay", 30);

    static final List<Route> ALL = List.of(values());

    private final String corridor;
    private final String crossing;
    private final String origin;
    private final String inspection;
    private final int trucks;

    Route(String corridor, String crossing, String origin, String inspection, int trucks) {
        this.corridor = corridor;
        this.crossing = crossing;
        this.origin = origin;
        this.inspection = inspection;
        this.trucks = trucks;
    }

    String corridor() {
        return corridor;
    }

    String crossing() {
        return crossing;
    }

    String origin() {
        return origin;
    }

    String inspection() {
        return inspection;
    }

    int trucks() {
        return trucks;
    }
}
