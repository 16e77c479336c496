package org.parley.hub.exchange.tabular;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.LongSupplier;

/// What comes out of a packed stream, refused as soon as it grows past the limits: a bomb is
/// stopped while it unpacks, not after.
final class Unpacked extends FilterInputStream {

    private final LongSupplier packed;
    private final Limits limits;
    private long size;

    Unpacked(InputStream in, LongSupplier packed, Limits limits) {
        super(in);
        this.packed = packed;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n = super.read(into, from, length);
        count(Math.max(0, n));
        return n;
    }

    private void count(int more) {
        size += more;
        check(size, packed.getAsLong(), limits);
    }

    /// Refuses `size` bytes that came out of `packed` bytes when that is more than the limits
    // allow.
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
