package org.parley.hub.flow;

/// How often flow is summed up: at which sizes of the log, whatever comes when. Longer epochs cost
/// readers, who count what was said since the last one from lines; shorter ones cost room.
///
/// @param length of an epoch, in statements
/// @param whole every so many epochs all sums are put down and not only what changed
record Epochs(int length, int whole) {

    static final Epochs USUAL = new Epochs(1_024, 16);

    /// The end of the epoch that comes after this size of the log.
    long after(long size) {
        return (size / length + 1) * length;
    }

    boolean isWhole(long upto) {
        return upto / length % whole == 0;
    }
}
