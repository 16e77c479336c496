package org.parley.hub.outgoing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.kernel.InvalidValue;

/// Whom the hub asks and whom it does not, and answers that are none.
class OutgoingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final SSLSocketFactory PUBLIC = (SSLSocketFactory) SSLSocketFactory.getDefault();

    /// Answers whatever it is told to, and keeps what it was asked.
    private static final class Other implements AutoCloseable {

        final List<String> asked = Collections.synchronizedList(new ArrayList<>());
        private final ServerSocket socket;

        Other(String answer) throws IOException {
            this(answer, ServerSocketFactory.getDefault());
        }

        Other(String answer, ServerSocketFactory sockets) throws IOException {
            socket = sockets.createServerSocket(0, 5, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> serve(answer));
        }

        int port() {
            return socket.getLocalPort();
        }

        URI at(String host) {
            return URI.create("http://%s:%d/w?a=1".formatted(host, port()));
        }

        private void serve(String answer) {
            while (!socket.isClosed()) {
                try (var line = socket.accept()) {
                    asked.add(head(line));
                    line.getOutputStream().write(answer.getBytes(UTF_8));
                    line.getOutputStream().flush();
                    if (answer.isEmpty()) { // says nothing until the other hangs up
                        line.getInputStream().transferTo(OutputStream.nullOutputStream());
                    }
                } catch (IOException gone) {
                    // the next one may do better
                }
            }
        }

        private static String head(Socket line) throws IOException {
            var head = new StringBuilder();
            for (int next = line.getInputStream().read();
                    next >= 0 && head.indexOf("\r\n\r\n") < 0;
                    next = head.indexOf("\r\n\r\n") < 0 ? line.getInputStream().read() : -1) {
                head.append((char) next);
            }
            return head.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static Outgoing listing(List<String> hosts, List<String> inner, String... addresses) {
        return new Outgoing(
                Admission.of(new OutgoingSettings(hosts, inner)),
                host -> resolved(host, addresses),
                PUBLIC);
    }

    private static InetAddress[] resolved(String host, String... addresses)
            throws UnknownHostException {
        var found = new InetAddress[addresses.length];
        for (int i = 0; i < addresses.length; i++) {
            found[i] =
                    InetAddress.getByAddress(
                            host, InetAddress.getByName(addresses[i]).getAddress());
        }
        return found;
    }

    private static void refused(Outgoing outgoing, String address) {
        assertThatThrownBy(() -> outgoing.ask(Call.get(URI.create(address), PATIENCE)).close())
                .as(address)
                .isInstanceOf(NotAllowedOut.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::7f00:1",
                "64:ff9b::a00:1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1",
                "fec0::1"
            })
    void aListedNameThatLeadsToAnInnerAddressIsNotAsked(String address) {
        refused(
                listing(List.of("partner.example"), List.of(), address),
                "https://partner.example/");
        refused(
                listing(List.of("partner.example"), List.of(), "93.184.216.34", address),
                "https://partner.example/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:2800:21f::1"})
    void publicAddressesAreOutside(String address) throws IOException {
        assertThat(InnerAddresses.isInner(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void onlyWhatIsListedIsAsked() {
        var outgoing = listing(List.of("partner.example"), List.of(), "93.184.216.34");
        for (var address :
                List.of(
                        "https://other.example/",
                        "https://partner.example.other.example/",
                        "https://partner.example:8443/",
                        "http://partner.example/",
                        "http://partner.example:443/",
                        "https://partner.example@other.example/",
                        "https://me:word@partner.example/",
                        "ftp://partner.example/",
                        "file:///etc/passwd",
                        "https://127.0.0.1/",
                        "https://[::1]/",
                        "https://localhost/",
                        "https://2130706433/")) {
            refused(outgoing, address);
        }
    }

    @Test
    void aHostOfTheDeployersOwnNetworkIsAskedWhereItIsListedAsSuch() throws IOException {
        try (var other = new Other("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok and more")) {
            var outgoing =
                    listing(List.of(), List.of("inner.example:" + other.port()), "127.0.0.1");
            try (var reply = outgoing.ask(Call.get(other.at("inner.example"), PATIENCE))) {
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.text(10)).isEqualTo("ok");
            }
            assertThat(other.asked.getFirst())
                    .startsWith("GET /w?a=1 HTTP/1.1\r\nHost: inner.example:" + other.port());
        }
    }

    @Test
    void addressesThatSettingsNameAreTakenAsTheyAreWritten() throws IOException {
        try (var other = new Other("HTTP/1.1 204 No Content\r\n\r\n")) {
            var named = Outgoing.toNobody().alsoTo(other.at("127.0.0.1"));
            try (var reply = named.ask(Call.get(other.at("127.0.0.1"), PATIENCE))) {
                assertThat(reply.status()).isEqualTo(204);
            }
            refused(named, "http://127.0.0.1:1/");
            refused(Outgoing.toNobody(), other.at("127.0.0.1").toString());
            var byName =
                    listing(List.of(), List.of(), "127.0.0.1")
                            .alsoTo(URI.create("https://partner.example/"));
            refused(byName, "https://partner.example/");
            refused(Outgoing.toThisMachine(), "http://192.0.2.1/");
        }
    }

    /// A name that leads elsewhere the second time it is looked up is looked up once.
    @Test
    void theAddressThatWasCheckedIsTheOneThatIsAsked() throws IOException {
        var lookups = new AtomicInteger();
        try (var other = new Other("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            var outgoing =
                    new Outgoing(
                            Admission.of(
                                    new OutgoingSettings(
                                            List.of(), List.of("inner.example:" + other.port()))),
                            host ->
                                    resolved(
                                            host,
                                            lookups.getAndIncrement() == 0
                                                    ? "127.0.0.1"
                                                    : "127.0.0.9"),
                            PUBLIC);
            outgoing.ask(Call.get(other.at("inner.example"), PATIENCE)).close();
            assertThat(lookups).hasValue(1);
        }
    }

    @Test
    void redirectsAreAnswersLikeAnyOther() throws IOException {
        try (var inner = new Other("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                var other =
                        new Other(
                                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:%d/\r\n\r\n"
                                        .formatted(inner.port()))) {
            var named = Outgoing.toNobody().alsoTo(other.at("localhost"));
            try (var reply = named.ask(Call.get(other.at("localhost"), PATIENCE))) {
                assertThat(reply.status()).isEqualTo(302);
                assertThat(reply.header("location")).isPresent();
            }
            assertThat(inner.asked).isEmpty();
        }
    }

    @Test
    void chunksAreReadAndNothingElse() throws IOException {
        assertThat(answer("Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n1\r\nd\r\n0\r\n\r\n"))
                .isEqualTo("abcd");
        for (var wrong :
                List.of(
                        "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                        "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                        "Transfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n0\r\n\r\n",
                        "Transfer-Encoding: chunked\r\n\r\nffffffffff\r\nabc",
                        "Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
                        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc",
                        "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                        "Content-Length: +3\r\n\r\nabc",
                        "Content-Length: 30\r\n\r\nabc",
                        "Content-Length : 3\r\n\r\nabc",
                        " folded: 3\r\n\r\nabc",
                        "X: " + "x".repeat(40_000) + "\r\n\r\n",
                        "Content-Length: 100\r\n\r\n" + "x".repeat(100))) {
            assertThatThrownBy(() -> answer(wrong)).as(wrong).isInstanceOf(IOException.class);
        }
    }

    private static String answer(String rest) throws IOException {
        try (var other = new Other("HTTP/1.1 200 OK\r\n" + rest)) {
            var named = Outgoing.toNobody().alsoTo(other.at("localhost"));
            try (var reply = named.ask(Call.get(other.at("localhost"), PATIENCE))) {
                return reply.text(50);
            }
        }
    }

    @Test
    void patienceEndsWhateverTheOtherSideDoes() throws IOException {
        for (var slow : List.of("", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab")) {
            try (var other = new Other(slow)) {
                var named = Outgoing.toNobody().alsoTo(other.at("localhost"));
                long began = System.nanoTime();
                assertThatThrownBy(
                                () -> {
                                    var call =
                                            Call.get(other.at("localhost"), Duration.ofMillis(300));
                                    try (var reply = named.ask(call)) {
                                        reply.bytes(10);
                                    }
                                })
                        .isInstanceOf(IOException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - began))
                        .isLessThan(Duration.ofSeconds(3));
            }
        }
    }

    @Test
    void nothingIsSmuggledIntoARequest() {
        var call = Call.get(URI.create("https://partner.example/"), PATIENCE);
        assertThatThrownBy(() -> call.with("X", "a\r\nHost: other.example"))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> call.with("X\r\nY", "a")).isInstanceOf(InvalidValue.class);
    }

    @Test
    void theCertificateHasToBeTheHosts(@TempDir Path folder) throws Exception {
        var keys = keys(folder, "partner.example");
        var secret = keys.toCharArray();
        var store = KeyStore.getInstance(folder.resolve("keys.p12").toFile(), secret);
        var identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        identity.init(store, secret);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
        var ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
        try (var other = new Other(ok, context.getServerSocketFactory())) {
            assertThat(secure(context.getSocketFactory(), "partner.example", other.port()))
                    .isEqualTo("ok");
            assertThatThrownBy(
                            () -> secure(context.getSocketFactory(), "evil.example", other.port()))
                    .isInstanceOf(SSLException.class);
            assertThatThrownBy(() -> secure(PUBLIC, "partner.example", other.port()))
                    .isInstanceOf(SSLException.class);
        }
    }

    private static String secure(SSLSocketFactory sockets, String host, int port)
            throws IOException {
        var outgoing =
                new Outgoing(
                        Admission.of(new OutgoingSettings(List.of(), List.of(host + ":" + port))),
                        name -> resolved(name, "127.0.0.1"),
                        sockets);
        var call = Call.get(URI.create("https://%s:%d/".formatted(host, port)), PATIENCE);
        try (var reply = outgoing.ask(call)) {
            return reply.text(10);
        }
    }

    private static String keys(Path folder, String host) throws Exception {
        var secret = "changeit";
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var made =
                new ProcessBuilder(
                                tool.toString(),
                                "-genkeypair",
                                "-alias",
                                "a",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + host,
                                "-ext",
                                "SAN=dns:" + host,
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                folder.resolve("keys.p12").toString(),
                                "-storepass",
                                secret)
                        .redirectErrorStream(true)
                        .start();
        var said = new String(made.getInputStream().readAllBytes(), ISO_8859_1);
        assertThat(made.waitFor()).as(said).isZero();
        assertThat(Files.exists(folder.resolve("keys.p12"))).isTrue();
        return secret;
    }
}
