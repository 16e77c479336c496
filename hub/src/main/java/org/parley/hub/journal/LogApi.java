package org.parley.hub.journal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.proof.EntryBundle;
import org.parley.kernel.proof.Tile;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The logs for mirrors and witnesses, after c2sp.org/tlog-tiles: checkpoint, tiles and bundles of
/// entries. Open to anybody: a leaf is a salted commitment, so a mirror learns nothing but growth.
@RestController
@RequestMapping("/log/{operation}")
class LogApi {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final CheckpointStore checkpoints;
    private final TileStore store;
    private final Tiles tiles;
    private final Checkpoints signing;

    LogApi(CheckpointStore checkpoints, TileStore store, Tiles tiles, Checkpoints signing) {
        this.checkpoints = checkpoints;
        this.store = store;
        this.tiles = tiles;
        this.signing = signing;
    }

    @GetMapping(value = "/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> checkpoint(@PathVariable OperationId operation) {
        return checkpoints
                .latest(operation)
                .map(
                        latest ->
                                ResponseEntity.ok()
                                        .cacheControl(CacheControl.noCache())
                                        .body(latest.note()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /// The keys that check the operation's receipts, as a policy file for the verifier.
    @GetMapping(value = "/policy", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> policy(@PathVariable OperationId operation) {
        var keys = signing.keys(operation);
        var text = new StringBuilder();
        keys.forEach(key -> text.append("log ").append(key).append('\n'));
        return keys.isEmpty()
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok(text.append("quorum none\n").toString());
    }

    @GetMapping(
            value = "/tile/{level:[0-7]}/{*path}",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> tile(
            @PathVariable OperationId operation,
            @PathVariable int level,
            @PathVariable String path) {
        return bytes(
                published(operation, "tile/" + level + path)
                        .map(tile -> tiles.read(operation, tile)));
    }

    /// The data of the leaves under a tile of level 0.
    @GetMapping(
            value = "/tile/entries/{*path}",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> entries(@PathVariable OperationId operation, @PathVariable String path) {
        return bytes(
                published(operation, "tile/0" + path)
                        .map(tile -> EntryBundle.format(leaves(operation, tile))));
    }

    private List<byte[]> leaves(OperationId operation, Tile tile) {
        long first = tile.index() * Tile.FULL;
        return store.leaves(operation, first, first + tile.width());
    }

    /// The tile of that path, where a published checkpoint covers it whole.
    private Optional<Tile> published(OperationId operation, String path) {
        long size = checkpoints.latest(operation).map(Published::size).orElse(0L);
        try {
            var tile = Tile.parse(path);
            long end = tile.index() * Tile.FULL + tile.width();
            return size >>> (8 * tile.level()) >= end ? Optional.of(tile) : Optional.empty();
        } catch (InvalidValue notATile) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<byte[]> bytes(Optional<byte[]> found) {
        return found.map(bytes -> ResponseEntity.ok().cacheControl(FOR_EVER).body(bytes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
