package org.parley.hub.exchange.tabular;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// Counts the bytes that have passed, and tells somebody who may refuse more: a file is stopped as
/// soon as it grows past a limit, not after.
public final class Metered extends FilterInputStream {

    private final LongConsumer limit;
    private long passed;

    Metered(InputStream in) {
        this(in, _ -> {});
    }

    /// @param limit told after each read how many bytes have passed; throws to refuse them
    public Metered(InputStream in, LongConsumer limit) {
        super(in);
        this.limit = limit;
    }

    long passed() {
        return passed;
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

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    private void count(long more) {
        passed += more;
        limit.accept(passed);
    }
}
