package org.parley.hub.exchange;

/// What a file changes in its register, in rows.
record RevisionCounts(long added, long changed, long withdrawn, long backDated) {

    boolean nothing() {
        return added == 0 && changed == 0 && withdrawn == 0;
    }
}
