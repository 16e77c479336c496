package org.parley.hub.exchange.tabular;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts the bytes that have passed.
final class Metered extends FilterInputStream {

    private long passed;

    Metered(InputStream in) {
        super(in);
    }

    long passed() {
        return passed;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        passed += b < 0 ? 0 : 1;
        return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n = super.read(into, from, length);
        passed += Math.max(0, n);
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        passed += skipped;
        return skipped;
    }
}
