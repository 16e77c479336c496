package org.parley.hub.flow;

import java.util.List;

/// What consignments that statements under just these labels tell of add to one sum.
record Share(List<Integer> labels, Key key, Amount amount) {

    /// What is added up with what.
    ///
    /// @param series what is summed, of [Series#codes]
    /// @param item stage, unit, node or authority
    /// @param bucket a stretch of time or of durations, see [Buckets]; 0 where there is none
    record Key(String series, String kind, String item, long bucket) {}

    record Group(List<Integer> labels, Key key) {}

    Group group() {
        return new Group(labels, key);
    }
}
