package org.parley.hub.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the other host answered. Its content is read once, and its line closed with it.
public final class Reply implements Closeable {

    private final int status;
    private final Map<String, String> headers;
    private final InputStream content;
    private final Closeable line;

    /// @param headers by names in lower case
    Reply(int status, Map<String, String> headers, InputStream content, Closeable line) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.content = content;
        this.line = line;
    }

    /// Three digits; a redirect is an answer like any other, since none is followed.
    public int status() {
        return status;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /// @throws IOException also where there is more than that many bytes
    public byte[] bytes(int atMost) throws IOException {
        var bytes = content.readNBytes(atMost + 1);
        if (bytes.length > atMost) {
            throw new IOException("the answer is longer than %d bytes".formatted(atMost));
        }
        return bytes;
    }

    /// UTF-8.
    public String text(int atMost) throws IOException {
        return new String(bytes(atMost), UTF_8);
    }

    public InputStream stream() {
        return content;
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
