package org.parley.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.SignatureLine;

/// The witness over HTTP: `POST /add-checkpoint` (C2SP tlog-witness); `GET /` with its keys; and
/// `GET /last/ORIGIN` with the last checkpoint that it cosigned, so that anybody can compare.
final class WitnessServer implements AutoCloseable {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final int LARGEST_BODY = 128 * 1024;

    private final HttpServer http;
    private final WitnessFolder folder;
    private final Cosigner cosigner;
    private final Consumer<String> tell;

    private WitnessServer(
            HttpServer http, WitnessFolder folder, Cosigner cosigner, Consumer<String> tell) {
        this.http = http;
        this.folder = folder;
        this.cosigner = cosigner;
        this.tell = tell;
    }

    static WitnessServer start(
            InetSocketAddress address,
            WitnessFolder folder,
            Cosigner cosigner,
            Consumer<String> tell)
            throws IOException {
        System.setProperty("sun.net.httpserver.maxReqTime", "10"); // seconds for a whole request
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
        System.setProperty("jdk.httpserver.maxConnections", "256");
        HttpServer http;
        try {
            http = HttpServer.create(address, 0);
        } catch (BindException taken) {
            throw new Ended(
                    Ended.PORT_TAKEN,
                    "The witness cannot listen on %s port %d: %s."
                            .formatted(
                                    address.getHostString(),
                                    address.getPort(),
                                    taken.getMessage()));
        }
        var server = new WitnessServer(http, folder, cosigner, tell);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", server::handle);
        http.start();
        return server;
    }

    int port() {
        return http.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            boolean isPost = exchange.getRequestMethod().equals("POST");
            if (path.equals("/add-checkpoint")) {
                if (isPost) {
                    addCheckpoint(exchange);
                } else {
                    send(exchange, 405, TEXT, "Checkpoints come by POST.\n");
                }
            } else if (!isPost && path.equals("/")) {
                send(exchange, 200, TEXT, keys());
            } else if (!isPost && path.startsWith("/last/")) {
                last(exchange, path.substring("/last/".length()));
            } else {
                send(exchange, 404, TEXT, "There is nothing here.\n");
            }
        } catch (IOException | RuntimeException fault) {
            tell.accept("A request could not be answered: " + fault);
            throw fault;
        }
    }

    private String keys() {
        return cosigner.keys().stream()
                .map(key -> key.verifier() + "\n")
                .collect(Collectors.joining());
    }

    private void last(HttpExchange exchange, String origin) throws IOException {
        var last = folder.log(origin).flatMap(log -> log.memory().last()).map(Note::format);
        send(exchange, last.isPresent() ? 200 : 404, TEXT, last.orElse("Nothing cosigned.\n"));
    }

    private void addCheckpoint(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            // What is left of it is not read, so nothing else can come over this connection.
            exchange.getResponseHeaders().set("Connection", "close");
        }
        var answer =
                body.length > LARGEST_BODY
                        ? new Cosigner.Answer.Malformed("the request is too large")
                        : cosigner.answer(body);
        switch (answer) {
            case Cosigner.Answer.Cosigned(var lines) ->
                    send(
                            exchange,
                            200,
                            TEXT,
                            lines.stream()
                                    .map(SignatureLine::format)
                                    .collect(Collectors.joining()));
            case Cosigner.Answer.Malformed(var why) -> send(exchange, 400, TEXT, why + "\n");
            case Cosigner.Answer.NotSigned(var why) -> send(exchange, 403, TEXT, why + "\n");
            case Cosigner.Answer.UnknownLog(var origin) ->
                    send(exchange, 404, TEXT, "The log %s is not known.\n".formatted(origin));
            case Cosigner.Answer.Conflict(long size) ->
                    send(exchange, 409, "text/x.tlog.size", size + "\n");
            case Cosigner.Answer.NotExtended(var why) -> send(exchange, 422, TEXT, why + "\n");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        var bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
