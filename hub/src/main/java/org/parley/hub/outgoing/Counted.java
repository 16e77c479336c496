package org.parley.hub.outgoing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// So many bytes, neither more nor less.
final class Counted extends InputStream {

    private final InputStream in;
    private long left;

    Counted(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = in.read(bytes, from, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException("the answer ends before its length");
        }
        left -= read;
        return read;
    }
}
