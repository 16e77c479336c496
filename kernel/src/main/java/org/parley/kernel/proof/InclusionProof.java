package org.parley.kernel.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.parley.kernel.InvalidValue;

/// Shows that a leaf is at `index` in the tree of `size` leaves (RFC 9162, section 2.1.3).
///
/// @param path the sibling hashes from the leaf up to the root's child
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
        if (index < 0 || index >= size) {
            throw new InvalidValue("index", "%d is not below size %d".formatted(index, size));
        }
    }

    public static InclusionProof of(long index, long size, HashSource tree) {
        var downwards = new ArrayList<Hash>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + HashSource.split(to - from);
            if (index < middle) {
                downwards.add(tree.root(middle, to));
                to = middle;
            } else {
                downwards.add(tree.root(from, middle));
                from = middle;
            }
        }
        Collections.reverse(downwards);
        return new InclusionProof(index, size, downwards);
    }

    public boolean proves(Hash leafHash, Hash root) {
        long node = index;
        long last = size - 1;
        var hash = leafHash;
        for (var sibling : path) {
            if (last == 0) {
                return false; // the path is longer than the tree is high
            }
            if ((node & 1) == 1 || node == last) {
                hash = Rfc6962.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Rfc6962.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
