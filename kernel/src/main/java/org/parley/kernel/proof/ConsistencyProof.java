package org.parley.kernel.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.parley.kernel.InvalidValue;

/// Shows that the tree of `to` leaves begins with the tree of `from` leaves, unchanged (RFC 9162,
/// section 2.1.4). Nothing can be shown from size 0, so such a proof cannot be made.
public record ConsistencyProof(long from, long to, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
        if (from < 1 || to < from) {
            throw new InvalidValue(
                    "consistency", "proves nothing from size %d to %d".formatted(from, to));
        }
    }

    public static ConsistencyProof of(long from, long to, HashSource tree) {
        var downwards = new ArrayList<Hash>();
        long low = 0;
        long high = to;
        while (from < high) {
            long middle = low + HashSource.split(high - low);
            if (from <= middle) {
                downwards.add(tree.root(middle, high));
                high = middle;
            } else {
                downwards.add(tree.root(low, middle));
                low = middle;
            }
        }
        if (low > 0) {
            downwards.add(tree.root(low, high));
        }
        Collections.reverse(downwards);
        return new ConsistencyProof(from, to, downwards);
    }

    public boolean proves(Hash oldRoot, Hash newRoot) {
        if (from == to) {
            return path.isEmpty() && oldRoot.equals(newRoot);
        }
        var rest = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            rest.addFirst(oldRoot); // a complete subtree is its own first hash
        }
        if (rest.isEmpty()) {
            return false;
        }
        long node = from - 1;
        long last = to - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        var before = rest.getFirst();
        var after = rest.getFirst();
        for (var hash : rest.subList(1, rest.size())) {
            if (last == 0) {
                return false; // the path is longer than the tree is high
            }
            if ((node & 1) == 1 || node == last) {
                before = Rfc6962.node(hash, before);
                after = Rfc6962.node(hash, after);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                after = Rfc6962.node(after, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && before.equals(oldRoot) && after.equals(newRoot);
    }
}
