package org.parley.hub.exchange.tabular;

import java.io.InputStream;
import java.util.Map;
import java.util.function.LongSupplier;

/// What comes out of a packed stream, refused as soon as it grows past the limits: a bomb is
/// stopped while it unpacks, not after.
final class Unpacked {

    private Unpacked() {}

    /// @param packed how many bytes have gone in so far
    static InputStream of(InputStream in, LongSupplier packed, Limits limits) {
        return new Metered(in, size -> check(size, packed.getAsLong(), limits));
    }

    /// Refuses `size` bytes that came out of `packed` bytes when that is more than the limits
    /// allow.
    static void check(long size, long packed, Limits limits) {
        if (size > limits.unpackedBytes()) {
            throw new Unreadable(
                    "exchange.unpacks-too-large", Map.of("limit", limits.unpackedBytes() >> 20));
        }
        if (size > Limits.RATIO_FROM && size / Math.max(1, packed) > limits.ratio()) {
            throw new Unreadable("exchange.unpacks-too-much", Map.of("ratio", limits.ratio()));
        }
    }
}
