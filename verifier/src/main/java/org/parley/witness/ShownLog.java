package org.parley.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.SignatureLine;
import org.parley.kernel.proof.Tile;
import org.parley.kernel.proof.TileSource;

/// A log as its hub shows it under an address (C2SP tlog-tiles). Nothing that it answers is
/// believed before it is checked.
final class ShownLog implements TileSource {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 128 * 1024;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private ShownLog(URI address) {
        this.address = address;
    }

    /// @param url what `/checkpoint` and `/tile/…` belong to
    static ShownLog at(String url) {
        try {
            var address = URI.create(url.replaceFirst("/+$", "") + "/");
            if (address.getHost() != null
                    && List.of("http", "https").contains(address.getScheme())) {
                return new ShownLog(address);
            }
        } catch (IllegalArgumentException notAnAddress) {
            // said below
        }
        throw new Ended(Ended.WRONG_USE, url + " is no http or https address of a log.");
    }

    String address() {
        return address.toString();
    }

    Note checkpoint() throws IOException {
        return Note.parse(got("checkpoint"));
    }

    /// Any text under the address.
    byte[] got(String path) throws IOException {
        var response = ask(HttpRequest.newBuilder(address.resolve(path)).GET());
        if (response.statusCode() != OK) {
            throw new IOException(
                    "%s%s answers %d".formatted(address, path, response.statusCode()));
        }
        return response.body();
    }

    @Override
    public byte[] read(Tile tile) {
        try {
            var response = ask(HttpRequest.newBuilder(address.resolve(tile.path())).GET());
            if (response.statusCode() == NOT_FOUND && !tile.isFull()) {
                // it may have become full since, and kept as such only
                return got(new Tile(tile.level(), tile.index(), Tile.FULL).path());
            }
            if (response.statusCode() != OK) {
                throw new IOException(
                        "%s%s answers %d".formatted(address, tile.path(), response.statusCode()));
            }
            return response.body();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    /// Brings cosignatures to the hub.
    ///
    /// @return whether it took them
    boolean submit(String checkpoint, List<SignatureLine> lines) throws IOException {
        var note = new Note(checkpoint, lines).format();
        var response =
                ask(
                        HttpRequest.newBuilder(address.resolve("cosignatures"))
                                .header("Content-Type", "text/plain; charset=utf-8")
                                .POST(HttpRequest.BodyPublishers.ofString(note)));
        if (response.statusCode() / 100 != 2) {
            throw new IOException(
                    "%scosignatures answers %d %s"
                            .formatted(
                                    address,
                                    response.statusCode(),
                                    new String(response.body(), UTF_8)
                                            .lines()
                                            .findFirst()
                                            .orElse("")));
        }
        return true;
    }

    private HttpResponse<byte[]> ask(HttpRequest.Builder request) throws IOException {
        var answer =
                http.sendAsync(
                        request.timeout(PATIENCE).build(),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS); // with the whole body
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new IOException(address + " is too slow", slow);
        } catch (ExecutionException failed) {
            throw new IOException(address + " cannot be reached", failed.getCause());
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }
}
