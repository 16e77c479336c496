package org.parley.hub.outgoing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Content in chunks (RFC 9112, 7.1). Extensions are passed over; trailers are not read, since the
/// connection is used once.
final class Chunks extends InputStream {

    private static final int LONGEST_LINE = 1024;
    private static final int MOST_DIGITS = 7;

    private final InputStream in;
    private Counted chunk = new Counted(InputStream.nullInputStream(), 0);
    private boolean first = true;
    private boolean ended;

    Chunks(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            int read = chunk.read(bytes, from, length);
            if (read >= 0) {
                return read;
            }
            next();
        }
        return -1;
    }

    private void next() throws IOException {
        if (!first && !line().isEmpty()) {
            throw new IOException("a chunk of the answer does not end");
        }
        first = false;
        var size = line().split(";", 2)[0].strip();
        if (!size.matches("[0-9A-Fa-f]{1," + MOST_DIGITS + "}")) {
            throw new IOException("a chunk of the answer has no size");
        }
        int length = Integer.parseInt(size, 16);
        chunk = new Counted(in, length);
        ended = length == 0;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the answer ends within a chunk");
            }
            if (line.length() >= LONGEST_LINE) {
                throw new IOException("a chunk of the answer has no size");
            }
            line.append((char) next);
        }
        int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
    }
}
