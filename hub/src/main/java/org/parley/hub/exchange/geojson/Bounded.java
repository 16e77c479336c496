package org.parley.hub.exchange.geojson;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.parley.hub.exchange.tabular.Unreadable;

/// A file, unpacked where it is packed with gzip, refused as soon as it grows past the limit.
final class Bounded extends FilterInputStream {

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final long most;
    private long passed;

    private Bounded(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    static InputStream of(InputStream file, long most) throws IOException {
        var in = new BufferedInputStream(file);
        in.mark(2);
        boolean packed = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return new Bounded(packed ? new GZIPInputStream(in) : in, most);
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
        passed += more;
        if (passed > most) {
            throw new Unreadable("exchange.areas-too-large", Map.of("limit", most >> 20));
        }
    }
}
