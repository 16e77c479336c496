package org.parley.kernel.proof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.parley.kernel.InvalidValue;

/// What is needed of a tree in order to append to it: its size and the roots of its complete
/// subtrees, widest first, one per one-bit of the size.
public record CompactRange(long size, List<Hash> frontier) {

    public static final CompactRange EMPTY = new CompactRange(0, List.of());

    public CompactRange {
        frontier = List.copyOf(frontier);
        if (size < 0 || frontier.size() != Long.bitCount(size)) {
            throw new InvalidValue(
                    "frontier", "%d hashes do not fit size %d".formatted(frontier.size(), size));
        }
    }

    public CompactRange append(Hash leaf) {
        return appendAll(List.of(leaf));
    }

    public CompactRange appendAll(List<Hash> leaves) {
        var roots = new ArrayList<>(frontier);
        long grown = size;
        for (var leaf : leaves) {
            var node = leaf;
            for (long ones = grown; (ones & 1) == 1; ones >>= 1) {
                node = Rfc6962.node(roots.removeLast(), node);
            }
            roots.add(node);
            grown++;
        }
        return new CompactRange(grown, roots);
    }

    public Hash root() {
        if (frontier.isEmpty()) {
            return Rfc6962.EMPTY_ROOT;
        }
        var root = frontier.getLast();
        for (int i = frontier.size() - 2; i >= 0; i--) {
            root = Rfc6962.node(frontier.get(i), root);
        }
        return root;
    }

    /// The size in 8 bytes, big-endian, and the frontier.
    public byte[] bytes() {
        var out = ByteBuffer.allocate(Long.BYTES + frontier.size() * Hash.BYTES).putLong(size);
        frontier.forEach(hash -> out.put(hash.shared()));
        return out.array();
    }

    public static CompactRange of(byte[] bytes) {
        if (bytes.length < Long.BYTES || bytes.length % Hash.BYTES != Long.BYTES) {
            throw new InvalidValue("frontier", "cannot be %d bytes".formatted(bytes.length));
        }
        var frontier = new ArrayList<Hash>();
        for (int at = Long.BYTES; at < bytes.length; at += Hash.BYTES) {
            frontier.add(Hash.at(bytes, at));
        }
        return new CompactRange(ByteBuffer.wrap(bytes).getLong(), frontier);
    }
}
