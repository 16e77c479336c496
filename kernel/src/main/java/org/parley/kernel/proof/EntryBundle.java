package org.parley.kernel.proof;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parley.kernel.InvalidValue;

/// The leaf data under one tile of level 0 as tlog-tiles serves it: each entry after its length in
/// two bytes.
public final class EntryBundle {

    private static final int LONGEST = 0xFFFF;

    private EntryBundle() {}

    public static byte[] format(List<byte[]> entries) {
        var out = new ByteArrayOutputStream();
        for (var entry : entries) {
            if (entry.length > LONGEST) {
                throw new InvalidValue("entry", "of %d bytes is too long".formatted(entry.length));
            }
            out.write(entry.length >> 8);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    public static List<byte[]> parse(byte[] bundle) {
        var entries = new ArrayList<byte[]>();
        for (int at = 0; at < bundle.length; ) {
            int from = at + 2;
            int to = from > bundle.length ? from : from + length(bundle, at);
            if (to > bundle.length) {
                throw new InvalidValue("entries", "the bundle is cut short");
            }
            entries.add(Arrays.copyOfRange(bundle, from, to));
            at = to;
        }
        return entries;
    }

    private static int length(byte[] bundle, int at) {
        return (bundle[at] & 0xFF) << 8 | bundle[at + 1] & 0xFF;
    }
}
