package org.parley.kernel.proof;

/// Gives the roots of complete subtrees, from which every proof is made.
@FunctionalInterface
public interface HashSource {

    /// The root of the subtree over leaves `index * 2^level` up to, not including,
    /// `(index + 1) * 2^level`. Level 0 gives the leaf hashes themselves.
    Hash node(int level, long index);

    /// The root over leaves `from` up to, not including, `to`, a range as RFC 6962 splits a tree.
    default Hash root(long from, long to) {
        if (from == to) {
            return Rfc6962.EMPTY_ROOT;
        }
        long count = to - from;
        if (Long.bitCount(count) == 1 && from % count == 0) {
            return node(Long.numberOfTrailingZeros(count), from / count);
        }
        long middle = from + split(count);
        return Rfc6962.node(root(from, middle), root(middle, to));
    }

    /// The largest power of two below `count`.
    static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
