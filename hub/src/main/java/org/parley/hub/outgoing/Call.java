package org.parley.hub.outgoing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.parley.kernel.InvalidValue;

/// One request to another host.
///
/// @param headers without those that the door sets itself: host, length, connection
/// @param patience how long all of it may take, the whole answer included
public record Call(
        String method, URI to, Map<String, String> headers, Content content, Duration patience) {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9-]{1,60}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{0,8000}");

    /// What is sent along.
    ///
    /// @param length in bytes; a request without content has none
    public record Content(long length, Source source) {

        static final Content NONE = of(new byte[0]);

        public static Content of(byte[] bytes) {
            return new Content(bytes.length, () -> new ByteArrayInputStream(bytes));
        }
    }

    /// Opens what is sent, once.
    public interface Source {
        InputStream open() throws IOException;
    }

    public Call {
        headers = Map.copyOf(headers);
        headers.forEach(
                (name, value) -> {
                    if (!TOKEN.matcher(name).matches() || !VALUE.matcher(value).matches()) {
                        throw new InvalidValue("headers", "must be one line each, was " + name);
                    }
                });
    }

    public static Call get(URI to, Duration patience) {
        return new Call("GET", to, Map.of(), Content.NONE, patience);
    }

    public static Call post(URI to, String type, Content content, Duration patience) {
        return new Call("POST", to, Map.of("Content-Type", type), content, patience);
    }

    public Call with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, to, more, content, patience);
    }
}
