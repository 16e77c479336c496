package org.parley.hub.exchange.geojson;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.parley.hub.exchange.tabular.Metered;
import org.parley.hub.exchange.tabular.Unreadable;

/// A file, unpacked where it is packed with gzip, refused as soon as it grows past the limit.
final class Bounded {

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private Bounded() {}

    static InputStream of(InputStream file, long most) throws IOException {
        var in = new BufferedInputStream(file);
        in.mark(2);
        boolean packed = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return new Metered(packed ? new GZIPInputStream(in) : in, size -> check(size, most));
    }

    private static void check(long size, long most) {
        if (size > most) {
            throw new Unreadable("exchange.areas-too-large", Map.of("limit", most >> 20));
        }
    }
}
