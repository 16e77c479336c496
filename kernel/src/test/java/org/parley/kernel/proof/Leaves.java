package org.parley.kernel.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.LongStream;

/// Trees written down naively, as RFC 6962 defines them, to hold the quick ones against.
final class Leaves {

    private Leaves() {}

    static Hash leaf(long index) {
        return Rfc6962.leaf(("leaf " + index).getBytes(UTF_8));
    }

    static List<Hash> first(long count) {
        return LongStream.range(0, count).mapToObj(Leaves::leaf).toList();
    }

    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Rfc6962.EMPTY_ROOT;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = 1;
        while (split * 2 < leaves.size()) {
            split *= 2;
        }
        return Rfc6962.node(
                root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    static HashSource source(List<Hash> leaves) {
        return (level, index) ->
                root(leaves.subList((int) (index << level), (int) ((index + 1) << level)));
    }
}
