package org.parley.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.CompactRange;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.KeyKind;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.Rfc6962;
import org.parley.kernel.proof.SigningKey;
import org.parley.kernel.proof.Tile;
import org.parley.kernel.proof.TileContent;
import org.parley.kernel.proof.TileTree;

/// A hub that shows whatever it likes: one history under `/a`, another under `/b`, both signed with
/// the keys of the one log. They part at a chosen place.
final class FakeHub implements AutoCloseable {

    static final String ORIGIN = "parley.example/exercise";

    final SigningKey key = SigningKey.generate(ORIGIN, KeyKind.ED25519);
    final SigningKey secondKey = SigningKey.generate(ORIGIN, KeyKind.ML_DSA_44);
    final List<String> brought = new ArrayList<>();
    final HttpServer http;
    int refuses;
    private final Map<String, History> shown = new HashMap<>();
    private final Map<String, Long> sizes = new HashMap<>();

    /// One history: the first `common` leaves are those of every history.
    record History(String letter, long common) {

        List<Hash> leaves(long from, long to) {
            var leaves = new ArrayList<Hash>();
            for (long i = from; i < to; i++) {
                leaves.add(Rfc6962.leaf(((i < common ? "" : letter) + i).getBytes(UTF_8)));
            }
            return leaves;
        }

        Hash root(long size) {
            return CompactRange.EMPTY.appendAll(leaves(0, size)).root();
        }

        TileTree tree(long size) {
            var tiles = tiles(size);
            return new TileTree(size, tile -> tiles.get(tile.path()));
        }

        Map<String, byte[]> tiles(long size) {
            var tiles = new HashMap<String, byte[]>();
            TileContent.appended(0, leaves(0, size), _ -> new byte[0])
                    .forEach(tile -> tiles.put(tile.tile().path(), tile.hashes()));
            return tiles;
        }

        ConsistencyProof proof(long from, long to) {
            return tree(to).consistencyFrom(from);
        }
    }

    static final History TOLD = new History("a", Long.MAX_VALUE);

    FakeHub() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::handle);
        http.start();
    }

    Note note(History history, long size) {
        var head = new Checkpoint(ORIGIN, size, history.root(size));
        return new Note(head.body(), List.of(key.sign(head, 0), secondKey.sign(head, 7)));
    }

    /// What a hub sends to a witness.
    String request(long old, List<Hash> path, Note note) {
        var body = new StringBuilder("old " + old + "\n");
        path.forEach(hash -> body.append(hash).append('\n'));
        return body.append('\n').append(note.format()).toString();
    }

    String request(History history, long old, long size) {
        return request(
                old,
                old > 0 && old < size ? history.proof(old, size).path() : List.of(),
                note(history, size));
    }

    /// Shows a history under `/name`.
    synchronized String shows(String name, History history, long size) {
        shown.put(name, history);
        sizes.put(name, size);
        return "http://127.0.0.1:%d/%s".formatted(http.getAddress().getPort(), name);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring(1);
            var name = path.substring(0, path.indexOf('/'));
            var rest = path.substring(path.indexOf('/') + 1);
            var history = shown.getOrDefault(name, TOLD);
            long size = sizes.getOrDefault(name, 0L);
            if (rest.equals("checkpoint")) {
                send(exchange, 200, note(history, size).format().getBytes(UTF_8));
            } else if (rest.equals("cosignatures")) {
                brought.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                send(exchange, refuses > 0 ? refuses : 204, new byte[0]);
            } else {
                var tile = Tile.parse(rest);
                var bytes = history.tiles(size).get(tile.path());
                send(exchange, bytes == null ? 404 : 200, bytes == null ? new byte[0] : bytes);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
