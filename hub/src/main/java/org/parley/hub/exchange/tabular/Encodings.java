package org.parley.hub.exchange.tabular;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/// Tells the encoding of a text whose sender did not say: by its byte order mark, by being valid
/// UTF-8 from end to end, or by how its upper-half bytes are spread.
///
/// In Western text such a byte is a lone accented letter among ASCII letters; in Arabic and Hebrew
/// they come in runs, and Hebrew's keep to one narrow range.
final class Encodings {

    static final Charset WESTERN = Charset.forName("windows-1252");
    static final Charset HEBREW = Charset.forName("windows-1255");
    static final Charset ARABIC = Charset.forName("windows-1256");

    private long upper;
    private long inRuns;
    private long hebrewLetters;
    private boolean previousUpper;
    private boolean validUtf8 = true;
    private int continuation;
    private int lead;
    private boolean first;
    private final long[] zeros = new long[2];
    private long position;

    private Encodings() {}

    /// Reads `in` to its end.
    static Charset of(InputStream in) throws IOException {
        var seen = new Encodings();
        var buffer = new byte[1 << 16];
        int n = in.readNBytes(buffer, 0, buffer.length);
        var marked = byMark(buffer, n);
        if (marked != null) {
            return marked;
        }
        while (n > 0) {
            for (int i = 0; i < n; i++) {
                seen.take(buffer[i] & 0xff);
            }
            n = in.readNBytes(buffer, 0, buffer.length);
        }
        return seen.verdict();
    }

    private static @Nullable Charset byMark(byte[] b, int n) {
        if (n >= 3 && (b[0] & 0xff) == 0xEF && (b[1] & 0xff) == 0xBB && (b[2] & 0xff) == 0xBF) {
            return UTF_8;
        }
        if (n >= 2 && (b[0] & 0xff) == 0xFF && (b[1] & 0xff) == 0xFE) {
            return UTF_16LE;
        }
        if (n >= 2 && (b[0] & 0xff) == 0xFE && (b[1] & 0xff) == 0xFF) {
            return UTF_16BE;
        }
        return null;
    }

    private void take(int b) {
        if (b == 0) {
            zeros[(int) (position & 1)]++;
        }
        position++;
        boolean isUpper = b >= 0x80;
        if (isUpper) {
            upper++;
            inRuns += previousUpper ? 1 : 0;
            hebrewLetters += b >= 0xE0 && b <= 0xFA ? 1 : 0;
        }
        previousUpper = isUpper;
        utf8(b);
    }

    /// Well-formed UTF-8 only: no overlong forms, no surrogates, nothing past U+10FFFF.
    private void utf8(int b) {
        if (continuation > 0) {
            int low = first && lead == 0xE0 ? 0xA0 : first && lead == 0xF0 ? 0x90 : 0x80;
            int high = first && lead == 0xED ? 0x9F : first && lead == 0xF4 ? 0x8F : 0xBF;
            validUtf8 &= b >= low && b <= high;
            continuation--;
            first = false;
            return;
        }
        lead = b;
        first = true;
        if (b >= 0xC2 && b <= 0xDF) {
            continuation = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            continuation = 2;
        } else if (b >= 0xF0 && b <= 0xF4) {
            continuation = 3;
        } else if (b >= 0x80) {
            validUtf8 = false;
        }
    }

    private Charset verdict() {
        // Text without NUL characters has zero bytes only as the other half of UTF-16 units.
        if (zeros[1] * 4 > position) {
            return UTF_16LE;
        }
        if (zeros[0] * 4 > position) {
            return UTF_16BE;
        }
        if (validUtf8 && continuation == 0) {
            return UTF_8;
        }
        if (inRuns * 2 < upper) {
            return WESTERN;
        }
        return hebrewLetters * 10 >= upper * 9 ? HEBREW : ARABIC;
    }
}
