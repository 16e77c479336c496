package org.parley.hub.outgoing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// One request and its answer in HTTP/1.1 (RFC 9112), on a connection of its own. Only what the
/// standard says for sure is taken: an answer whose length can be read in two ways is none.
final class Exchange {

    private static final int LONGEST_HEAD = 32 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,15}");

    private final InputStream in;
    private int head = LONGEST_HEAD;

    private Exchange(InputStream in) {
        this.in = in;
    }

    static Reply over(Line line, Call call) throws IOException {
        send(line, call);
        var exchange = new Exchange(line.in());
        var status = exchange.status();
        var headers = exchange.headers();
        while (status / 100 == 1) { // interim answers say nothing that was asked for
            status = exchange.status();
            headers = exchange.headers();
        }
        boolean empty = status == 204 || status == 304 || call.method().equals("HEAD");
        var content = empty ? InputStream.nullInputStream() : exchange.content(headers);
        return new Reply(status, headers, content, line);
    }

    private static void send(Line line, Call call) throws IOException {
        var head = new StringBuilder();
        head.append("%s %s HTTP/1.1\r\n".formatted(call.method(), target(call.to())));
        head.append("Host: %s\r\n".formatted(call.to().getRawAuthority()));
        head.append("Connection: close\r\nAccept-Encoding: identity\r\n");
        call.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        boolean carries = !call.method().equals("GET") && !call.method().equals("HEAD");
        if (carries) {
            head.append("Content-Length: %d\r\n".formatted(call.content().length()));
        }
        var out = line.out();
        out.write(head.append("\r\n").toString().getBytes(US_ASCII));
        if (carries) {
            try (var source = call.content().source().open()) {
                source.transferTo(out);
            }
        }
        out.flush();
    }

    private static String target(URI to) {
        var bare = URI.create(to.toASCIIString());
        var path = bare.getRawPath().isEmpty() ? "/" : bare.getRawPath();
        return bare.getRawQuery() == null ? path : path + "?" + bare.getRawQuery();
    }

    private int status() throws IOException {
        var line = STATUS.matcher(line());
        if (!line.matches()) {
            throw new IOException("the answer is not HTTP");
        }
        return Integer.parseInt(line.group(1));
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0 || line.substring(0, colon).chars().anyMatch(sign -> sign <= ' ')) {
                throw new IOException("the answer has a header that is none");
            }
            var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            var value = line.substring(colon + 1).strip();
            var before = headers.putIfAbsent(name, value);
            if (before != null && isOfLength(name) && !before.equals(value)) {
                throw new IOException("the answer has two lengths");
            }
        }
        return headers;
    }

    private static boolean isOfLength(String name) {
        return name.equals("content-length") || name.equals("transfer-encoding");
    }

    private InputStream content(Map<String, String> headers) throws IOException {
        var length = headers.get("content-length");
        var coding = headers.get("transfer-encoding");
        if (coding != null) {
            if (length != null || !coding.equalsIgnoreCase("chunked")) {
                throw new IOException("the answer has two lengths");
            }
            return new Chunks(in);
        }
        if (length == null) {
            return in; // until the other side ends it
        }
        if (!LENGTH.matcher(length).matches()) {
            throw new IOException("the answer's length is none");
        }
        return new Counted(in, Long.parseLong(length));
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || --head < 0) {
                throw new IOException("the answer's head does not end");
            }
            line.write(next);
        }
        var text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
