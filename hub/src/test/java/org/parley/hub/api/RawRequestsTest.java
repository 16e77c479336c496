package org.parley.hub.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.AnswerHeaders;

/// What no client library would send: requests whose end two readers could see at two places, with
/// another request hidden behind it (ASVS 4.2.1). Each gets one answer, the hidden one none, and
/// the line is closed.
class RawRequestsTest {

    private static final String HIDDEN = "GET /hidden-request HTTP/1.1\r\nHost: h\r\n\r\n";
    private static final String CHUNKED = "0\r\n\r\n" + HIDDEN;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
    private static final int PATIENCE = 3_000;

    private final HubUnderTest hub = HubUnderTest.shared();

    /// What came back until the line was closed, or nothing more came.
    private record Heard(String text, boolean closed) {

        int answers() {
            return (int) STATUS.matcher(text).results().count();
        }

        int status() {
            var status = STATUS.matcher(text);
            return status.find() ? Integer.parseInt(status.group(1)) : 0;
        }
    }

    private Heard send(String bytes) throws IOException {
        var heard = new ByteArrayOutputStream();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), hub.address().getPort())) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            var in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                heard.write(next);
            }
        } catch (SocketTimeoutException open) {
            return new Heard(heard.toString(ISO_8859_1), false);
        } catch (SocketException cut) {
            return new Heard(heard.toString(ISO_8859_1), true);
        }
        return new Heard(heard.toString(ISO_8859_1), true);
    }

    private static String post(String headers, String rest) {
        return "POST /api/v1/sessions HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                + headers
                + "\r\n"
                + rest;
    }

    private static Map<String, String> lengths() {
        var cases = new LinkedHashMap<String, String>();
        for (var coding :
                new String[] {
                    "chunked",
                    "Chunked",
                    " chunked",
                    "\tchunked",
                    "chunked ",
                    "chunked, identity",
                    "identity",
                    "identity, chunked",
                    "gzip, chunked",
                    "gzip",
                    "xchunked",
                    "chunk",
                    "chunked, chunked",
                    "\"chunked\"",
                    "chunked;q=1",
                    "\u000bchunked",
                    "chun\rked",
                    "chunked\u0000",
                    "\u0001chunked",
                    "",
                    "chunked,"
                }) {
            cases.put(
                    "length and coding " + coding,
                    post("Content-Length: 5\r\nTransfer-Encoding: " + coding + "\r\n", CHUNKED));
            cases.put(
                    "coding " + coding + " and length",
                    post("Transfer-Encoding: " + coding + "\r\nContent-Length: 5\r\n", CHUNKED));
        }
        for (var name :
                new String[] {
                    "Transfer-Encoding ", " Transfer-Encoding", "Transfer\tEncoding",
                    "Transfer-Encoding\t", "X: y\nTransfer-Encoding", "X: y\rTransfer-Encoding",
                    "Transfer-Encoding\u0000", "X: y\r\n Transfer-Encoding"
                }) {
            cases.put(
                    "length and name " + name,
                    post("Content-Length: 5\r\n" + name + ": chunked\r\n", CHUNKED));
        }
        for (var length :
                new String[] {
                    "5\r\nContent-Length: 0",
                    "0\r\nContent-Length: 5",
                    "5, 5",
                    "5,0",
                    "+5",
                    "-5",
                    "0x5",
                    "5 5",
                    "5a",
                    "",
                    "٥",
                    "99999999999999999999999",
                    "-0",
                    "5.0",
                    "1e1",
                    "5\r\nContent-Length : 0",
                    "5;a",
                    "5\u0000",
                    "05\r\nContent-Length: 5"
                }) {
            cases.put(
                    "length " + length,
                    post("Content-Length: " + length + "\r\n", "{ }  " + HIDDEN));
        }
        return cases;
    }

    private static Map<String, String> chunks() {
        var cases = new LinkedHashMap<String, String>();
        for (var chunk :
                new String[] {
                    "-1\r\n",
                    "0x0\r\n",
                    "+0\r\n",
                    "fffffffffffffffff\r\nx",
                    "80000000\r\nx",
                    "ffffffff\r\nx",
                    "g\r\n",
                    "\r\n",
                    " 0\r\n\r\n",
                    "5\r\n{ }  0\r\n\r\n",
                    "5\r\n{ }  XX0\r\n\r\n",
                    "3\r\n{}\r\n0\r\n\r\n",
                    "0;" + "x".repeat(20_000) + "\r\n\r\n",
                    "0\r\nTransfer-Encoding: chunked\r\n" + "X: " + "y".repeat(20_000) + "\r\n\r\n",
                    "0\r\nA b: c\r\n\r\n",
                    "2\n{}\r\n0\r\n\r\n",
                    "2;a=\"\r\n{}\r\n0\r\n\r\n"
                }) {
            var shown = chunk.length() > 40 ? chunk.substring(0, 40) + "…" : chunk;
            cases.put("chunk " + shown, post("Transfer-Encoding: chunked\r\n", chunk + HIDDEN));
        }
        return cases;
    }

    private static Map<String, String> heads() {
        var cases = new LinkedHashMap<String, String>();
        for (var line :
                new String[] {
                    "GET / HTTP/1.1 x",
                    "GET  / HTTP/1.1",
                    "GET / HTTP/9.9",
                    "GET / HTTQ/1.1",
                    "GET /\u0000 HTTP/1.1",
                    "GET /\u007f HTTP/1.1",
                    "GET /a b HTTP/1.1",
                    "G\u0001T / HTTP/1.1",
                    "GET /<x> HTTP/1.1",
                    "GET /{x} HTTP/1.1",
                    "GET /\u00e9 HTTP/1.1",
                    "GET",
                    "",
                    " GET / HTTP/1.1",
                    "GET\t/\tHTTP/1.1",
                    "GET h HTTP/1.1",
                    "GET http://h@i/ HTTP/1.1",
                    "GET //x/../../y HTTP/1.1",
                    "GET /%zz HTTP/1.1",
                    "GET /%00 HTTP/1.1",
                    "GET /a%2fb%5c HTTP/1.1",
                    "CONNECT h:1 HTTP/1.1",
                    "GET /../../etc/passwd HTTP/1.1"
                }) {
            cases.put("line " + line, line + "\r\nHost: h\r\nConnection: close\r\n\r\n" + HIDDEN);
        }
        for (var header :
                new String[] {
                    "",
                    "Host: h\r\nHost: i\r\n",
                    "Host: h i\r\n",
                    "Host: h/x\r\n",
                    "Host: h:port\r\n",
                    "Host: h\r\n folded: x\r\n",
                    "Host: h\r\nX\r\n",
                    "Host: h\r\nX y: z\r\n",
                    "Host: h\r\n: z\r\n",
                    "Host: h\r\nX: a\u0000b\r\n",
                    "Host: h\r\nX: a\u0001b\r\n",
                    "Host: h\r\nX: " + "y".repeat(40_000) + "\r\n",
                    "Host: h\r\n" + "X: y\r\n".repeat(3_000),
                    "Host: h\r\nX(y): z\r\n",
                    "Host: h\r\nX: a\rb\r\n"
                }) {
            var shown = header.length() > 40 ? header.substring(0, 40) + "…" : header;
            cases.put("header " + shown, "GET / HTTP/1.1\r\n" + header + "\r\n" + HIDDEN);
        }
        return cases;
    }

    private void refuses(Map<String, String> cases) throws IOException {
        var soft = new org.assertj.core.api.SoftAssertions();
        for (var one : cases.entrySet()) {
            var what = one.getKey().replace("\r", "\\r").replace("\n", "\\n");
            var heard = send(one.getValue());
            soft.assertThat(heard.text()).as(what).doesNotContainIgnoringCase("tomcat");
            soft.assertThat(heard.answers()).as(what + ": answers").isLessThanOrEqualTo(1);
            soft.assertThat(heard.closed()).as(what + ": closed").isTrue();
            soft.assertThat(heard.status()).as(what).isBetween(0, 505).isNotIn(200, 201, 500);
            if (heard.answers() == 1) {
                AnswerHeaders.of(false)
                        .forEach(
                                (name, value) ->
                                        soft.assertThat(heard.text())
                                                .as(what)
                                                .contains("\r\n" + name + ": " + value + "\r\n"));
            }
        }
        soft.assertAll();
    }

    @Test
    void noRequestHidesBehindAnotherByItsLength() throws IOException {
        refuses(lengths());
    }

    @Test
    void noRequestHidesBehindAnotherByItsChunks() throws IOException {
        refuses(chunks());
    }

    @Test
    void noRequestHidesBehindAHeadThatIsNone() throws IOException {
        refuses(heads());
    }
}
