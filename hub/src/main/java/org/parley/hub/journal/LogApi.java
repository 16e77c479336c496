package org.parley.hub.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.proof.EntryBundle;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.Tile;
import org.parley.kernel.proof.Unproven;
import org.parley.kernel.proof.VerifierKey;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The logs for mirrors and witnesses, after c2sp.org/tlog-tiles: checkpoint, tiles and bundles of
/// entries. Open to anybody: a leaf is a salted commitment, so a mirror learns nothing but growth.
@RestController
@RequestMapping("/log/{operation}")
class LogApi {

    private static final String ALONE =
            "No witness is configured: the history rests on the hub's own signature alone.";
    private static final String WITNESSED =
            "Checkpoints carry the cosignatures of the witnesses that answered in time.";

    private static final int LARGEST_NOTE = 64 * 1024;

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

    /// What the log is and on whose word it rests.
    ///
    /// @param size of the newest published checkpoint
    /// @param restsOn `hub-signature-alone` where no witness is configured, else `witnesses`
    /// @param quorate statements under the newest checkpoint that enough witnesses have cosigned
    ///     for the operation's stated policy; all where it asks for none
    /// @param readOnly why the hub takes no statements, null where it does
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Metadata(
            String origin,
            long size,
            List<String> keys,
            String restsOn,
            String statement,
            List<WitnessStanding> witnesses,
            boolean asksForQuorum,
            long quorate,
            @Nullable String readOnly) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Metadata> metadata(@PathVariable OperationId operation) {
        var latest = checkpoints.latest(operation);
        var witnesses = signing.witnesses(operation);
        return latest.isEmpty()
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok()
                        .cacheControl(CacheControl.noCache())
                        .body(
                                new Metadata(
                                        signing.origin(operation),
                                        latest.get().size(),
                                        signing.keys(operation).stream()
                                                .map(VerifierKey::toString)
                                                .toList(),
                                        witnesses.isEmpty() ? "hub-signature-alone" : "witnesses",
                                        witnesses.isEmpty() ? ALONE : WITNESSED,
                                        witnesses,
                                        signing.quorum(operation).asks(),
                                        signing.quorate(operation),
                                        signing.readOnly(operation)
                                                .map(HubReadOnly::getMessage)
                                                .orElse(null)));
    }

    /// The keys that check the operation's receipts, and the witnesses that the operation asks for,
    /// as a policy file for the verifier. Which are enough is for each reader to say all the same.
    @GetMapping(value = "/policy", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> policy(@PathVariable OperationId operation) {
        var keys = signing.keys(operation);
        if (keys.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var text = new StringBuilder();
        keys.forEach(key -> text.append("log ").append(key).append('\n'));
        var stated = signing.quorum(operation);
        text.append("# ").append(signing.hasWitnesses() ? WITNESSED : ALONE).append('\n');
        return ResponseEntity.ok(text.append(stated.text()).toString());
    }

    /// Takes the cosignatures of a witness that follows the log by itself: the checkpoint's text,
    /// an empty line, the witness's lines. Whoever brings them, they count only if the key of a
    /// witness that the deployer named has made them over a checkpoint that is published here.
    @PostMapping(value = "/cosignatures", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> cosignatures(
            @PathVariable OperationId operation, HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST_NOTE + 1);
        if (body.length > LARGEST_NOTE) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body("Too large.\n");
        }
        try {
            return switch (signing.take(operation, Note.parse(body))) {
                case Checkpoints.Taken.Kept _ -> ResponseEntity.noContent().build();
                case Checkpoints.Taken.NotOurs(long published) ->
                        ResponseEntity.status(HttpStatus.CONFLICT)
                                .header(HttpHeaders.CONTENT_TYPE, "text/x.tlog.size")
                                .body(published + "\n");
            };
        } catch (InvalidValue notANote) {
            return ResponseEntity.badRequest().body(notANote.getMessage() + "\n");
        } catch (Unproven notOurs) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).body(notOurs.getMessage() + "\n");
        }
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
