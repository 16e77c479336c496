package org.parley.verifier;

import static org.parley.verifier.Fault.Kind.CHECKPOINT_UNREADABLE;
import static org.parley.verifier.Fault.Kind.LOG_ENTRY_WRONG;
import static org.parley.verifier.Fault.Kind.LOG_NOT_LONGER;
import static org.parley.verifier.Fault.Kind.LOG_ROOT_WRONG;
import static org.parley.verifier.Fault.Kind.RECEIPT_WRONG;
import static org.parley.verifier.Fault.Kind.TILE_UNREADABLE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.CompactRange;
import org.parley.kernel.proof.EntryBundle;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.Policy;
import org.parley.kernel.proof.Rfc6962;
import org.parley.kernel.proof.Tile;

/// Checks a mirrored log, leaf by leaf: a folder as tlog-tiles lays it out.
final class LogFolder {

    /// A log whose tiles have the root that was signed.
    ///
    /// @param entries how many leaves were held against their entry bundles too
    /// @param since the size of the older checkpoint that it extends, 0 for none
    record Whole(Policy.Accepted by, long entries, long since) {}

    private final Path folder;
    private long entries;

    private LogFolder(Path folder) {
        this.folder = folder;
    }

    /// @param since an older checkpoint, null for none
    static Whole check(Path folder, byte @Nullable [] since, Policy policy) {
        var now = accepted(Verify.file(folder.resolve("checkpoint")), policy);
        var before = since == null ? null : accepted(since, policy).checkpoint();
        return new LogFolder(folder).check(now, before);
    }

    private static Policy.Accepted accepted(byte[] note, Policy policy) {
        return Fault.checking(
                CHECKPOINT_UNREADABLE, RECEIPT_WRONG, () -> policy.accept(Note.parse(note)));
    }

    private Whole check(Policy.Accepted now, @Nullable Checkpoint before) {
        var head = now.checkpoint();
        if (before != null
                && (before.size() > head.size() || !before.origin().equals(head.origin()))) {
            throw new Fault(LOG_NOT_LONGER, before.size() + ", " + head.size());
        }
        var range = CompactRange.EMPTY;
        requireOld(range, before);
        for (long index = 0; range.size() < head.size(); index++) {
            var tile = Tile.in(head.size(), 0, index);
            var leaves = leaves(tile);
            requireEntries(tile, leaves);
            long split = before == null ? 0 : before.size() - range.size();
            if (split > 0 && split <= leaves.size()) {
                range = range.appendAll(leaves.subList(0, (int) split));
                requireOld(range, before);
                leaves = leaves.subList((int) split, leaves.size());
            }
            range = range.appendAll(leaves);
        }
        if (!range.root().equals(head.root())) {
            throw new Fault(LOG_ROOT_WRONG, Long.toString(head.size()));
        }
        return new Whole(now, entries, before == null ? 0 : before.size());
    }

    private static void requireOld(CompactRange range, @Nullable Checkpoint before) {
        if (before != null
                && range.size() == before.size()
                && !range.root().equals(before.root())) {
            throw new Fault(LOG_ROOT_WRONG, Long.toString(before.size()));
        }
    }

    private List<Hash> leaves(Tile tile) {
        var bytes = Verify.file(found(tile.path(), full(tile).path()));
        if (bytes.length < tile.width() * Hash.BYTES) {
            throw new Fault(TILE_UNREADABLE, tile.path());
        }
        var leaves = new ArrayList<Hash>(tile.width());
        for (int i = 0; i < tile.width(); i++) {
            leaves.add(Hash.at(bytes, i * Hash.BYTES));
        }
        return leaves;
    }

    /// A mirror may have fetched the tile when it was full already.
    private Path found(String wanted, String instead) {
        var path = folder.resolve(wanted);
        return Files.exists(path) ? path : folder.resolve(instead);
    }

    private static Tile full(Tile tile) {
        return new Tile(tile.level(), tile.index(), Tile.FULL);
    }

    private void requireEntries(Tile tile, List<Hash> leaves) {
        var path =
                found(
                        Tile.entriesPath(tile.index(), tile.width()),
                        Tile.entriesPath(tile.index(), Tile.FULL));
        if (!Files.exists(path)) {
            return; // a mirror may keep the tree alone
        }
        var bundle = Fault.reading(TILE_UNREADABLE, () -> EntryBundle.parse(Verify.file(path)));
        var hashes = bundle.stream().limit(tile.width()).map(Rfc6962::leaf).toList();
        if (!hashes.equals(leaves)) {
            int at = Arrays.mismatch(hashes.toArray(), leaves.toArray());
            throw new Fault(LOG_ENTRY_WRONG, Long.toString(tile.index() * Tile.FULL + at));
        }
        entries += hashes.size();
    }
}
