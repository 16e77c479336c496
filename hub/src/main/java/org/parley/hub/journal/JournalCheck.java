package org.parley.hub.journal;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.hub.journal.EntryStore.Stored;
import org.parley.hub.journal.JournalCheckStore.Tree;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.CompactRange;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.Rfc6962;
import org.parley.kernel.proof.Unproven;
import org.parley.kernel.proof.VerifierKey;
import org.parley.kernel.statement.Field;
import org.parley.kernel.statement.Seeds;
import org.parley.kernel.statement.StatementForm;
import org.parley.kernel.statement.WrittenStatement;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Proves a stored journal anew, from what was said up to the signatures: each statement's bytes
/// from its fields and salts, each leaf from the bytes, each tree from the leaves, each checkpoint
/// from its tree and keys. Trusts no column that can be computed.
@Component
public class JournalCheck {

    private static final int CHUNK = 1_000;

    private final EntryStore entries;
    private final LabelStore labels;
    private final JournalCheckStore store;
    private final FieldText text;
    private final ErasureStore erasures;
    private final Checkpoints checkpoints;

    JournalCheck(
            @Qualifier("allEntries") EntryStore entries,
            LabelStore labels,
            JournalCheckStore store,
            FieldText text,
            ErasureStore erasures,
            Checkpoints checkpoints) {
        this.entries = entries;
        this.labels = labels;
        this.store = store;
        this.text = text;
        this.erasures = erasures;
        this.checkpoints = checkpoints;
    }

    /// What was proved.
    ///
    /// @param erased statements whose content was erased: their leaves count, what they said is
    ///     gone
    /// @param unsigned statements after the last checkpoint, which no signature covers yet
    public record Proved(
            OperationId operation, long statements, long erased, long checkpoints, long unsigned) {}

    /// Something does not hold.
    public static final class NotProved extends RuntimeException {
        private final String sentence;

        NotProved(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /// The keys that the hub's own signer signs the operation with; none while it is away.
    public List<VerifierKey> keys(OperationId operation) {
        return checkpoints.keys(operation);
    }

    /// How many statements the hub's own signer remembers having signed.
    public long signed(OperationId operation) {
        return checkpoints.signed(operation);
    }

    /// How many statements the database holds.
    public long stored(OperationId operation) {
        return checkpoints.committed(operation);
    }

    /// Keys that signed a restored journal and that the hub's own signer does not hold are kept as
    /// former ones: what they signed is proved by them from now on. In the transaction of a
    /// restore.
    public void retire(OperationId operation, List<VerifierKey> keys) {
        var own = keys(operation);
        keys.stream()
                .filter(key -> !own.contains(key))
                .forEach(key -> store.retire(operation, key));
    }

    /// Checkpoints before the first that the keys have signed may be signed by the operation's
    /// former ones instead.
    ///
    /// @param keys of each kind that must have signed every checkpoint
    /// @throws NotProved at the first thing that does not hold
    public Proved run(OperationId operation, List<VerifierKey> keys) {
        var numbered = labels.after(operation, 0);
        var trees = store.trees(operation);
        long size = trees.isEmpty() ? 0 : trees.getLast().size();
        if (store.statements(operation) != size) {
            throw new NotProved(
                    "%s has %d statements, but a tree of %d"
                            .formatted(operation, store.statements(operation), size));
        }
        var walk = new Walk(operation, numbered, trees, erasures.expired(operation, 0, size));
        for (long from = 0; from < size; from += CHUNK) {
            entries.between(operation, from, Math.min(size, from + CHUNK)).forEach(walk::next);
        }
        walk.end();
        var roots = trees.stream().collect(Collectors.toMap(Tree::size, Tree::root));
        long signed = 0;
        var signers = new Signers(keys, store.formerKeys(operation));
        var notes = store.notes(operation);
        for (var note : notes) {
            signed = signed(operation, note, roots, signers);
        }
        return new Proved(operation, size, walk.erased, notes.size(), size - signed);
    }

    /// Those who sign an operation's checkpoints, one after the other.
    private static final class Signers {

        private final List<VerifierKey> keys;
        private final List<VerifierKey> former;
        private boolean isFormerOver;

        Signers(List<VerifierKey> keys, List<VerifierKey> former) {
            this.keys = keys;
            this.former = former;
        }

        boolean signed(Note note) {
            if (!isFormerOver && !names(note, keys) && names(note, former)) {
                return haveSigned(note, former);
            }
            isFormerOver = true;
            return haveSigned(note, keys);
        }

        private static boolean names(Note note, List<VerifierKey> keys) {
            return keys.stream().anyMatch(key -> note.signatures().stream().anyMatch(key::isOf));
        }

        private static boolean haveSigned(Note note, List<VerifierKey> keys) {
            var kinds = note.open(keys).stream().map(verified -> verified.key().kind()).distinct();
            return kinds.count() == keys.stream().map(VerifierKey::kind).distinct().count();
        }
    }

    private static long signed(
            OperationId operation, String text, Map<Long, Hash> roots, Signers signers) {
        try {
            var note = Note.parse(text);
            if (!signers.signed(note)) {
                throw new NotProved(
                        "A checkpoint of %s lacks a signature by one of its keys"
                                .formatted(operation));
            }
            var checkpoint = Checkpoint.parse(note.text());
            if (!checkpoint.root().equals(roots.get(checkpoint.size()))) {
                throw new NotProved(
                        "The checkpoint of %s at %d is of another tree"
                                .formatted(operation, checkpoint.size()));
            }
            return checkpoint.size();
        } catch (Unproven | InvalidValue wrong) {
            throw new NotProved(
                    "A checkpoint of %s does not hold: %s"
                            .formatted(operation, wrong.getMessage()));
        }
    }

    /// The statements in order, and the tree that they make.
    private final class Walk {

        private final OperationId operation;
        private final List<NumberedLabel> labels;
        private final List<Tree> trees;
        private final Map<Long, Set<FieldClass>> expired;
        private CompactRange range = CompactRange.EMPTY;
        private int tree;
        private long erased;
        private final List<Hash> tile = new ArrayList<>();

        /// @param expired what tombstones of the log name; they are proved with the rest of it
        Walk(
                OperationId operation,
                List<NumberedLabel> labels,
                List<Tree> trees,
                Map<Long, Set<FieldClass>> expired) {
            this.operation = operation;
            this.expired = expired;
            this.labels = labels;
            this.trees = trees;
            checkRoots();
        }

        void next(Stored stored) {
            require(stored.index() == range.size(), stored.index(), "is out of order");
            if (stored.erased()) {
                erased++;
            } else {
                checkSaid(stored);
            }
            checkHead(stored);
            var leaf = Rfc6962.leaf(stored.leaf());
            range = range.append(leaf);
            tile.add(leaf);
            if (tile.size() == 256) {
                checkTile();
            }
            checkRoots();
        }

        private void checkSaid(Stored stored) {
            var fields = new ArrayList<Field>();
            for (var fieldClass : FieldClass.values()) {
                text.read(
                        requireNonNull(stored.fields()), stored.exactFields(), fieldClass, fields);
            }
            var written = WrittenStatement.parse(stored.statement());
            var seeds = Seeds.of(requireNonNull(stored.seeds()), stored.exactSeed());
            require(
                    Arrays.equals(
                                    StatementForm.encode(written.head(), fields, seeds),
                                    stored.statement())
                            || (isWithoutWhatExpired(stored) && areSaid(written, fields, seeds)),
                    stored.index(),
                    "does not say what its digests say");
            require(
                    Arrays.equals(
                            StatementForm.leafData(
                                    requireNonNull(stored.leafSalt()), stored.statement()),
                            stored.leaf()),
                    stored.index(),
                    "has another leaf");
        }

        /// Whether a tombstone explains that fields are not there, and they are not.
        private boolean isWithoutWhatExpired(Stored stored) {
            var gone = expired.getOrDefault(stored.index(), Set.of());
            return !gone.isEmpty()
                    && (!gone.contains(FieldClass.EXACT) || stored.exactFields() == null);
        }

        /// What is left was said; that nothing else was is not known any more.
        private static boolean areSaid(WrittenStatement written, List<Field> left, Seeds seeds) {
            try {
                written.requireAll(StatementForm.disclose(left, seeds));
                return true;
            } catch (Unproven notSaid) {
                return false;
            }
        }

        private void checkHead(Stored stored) {
            var head = WrittenStatement.parse(stored.statement()).head();
            require(
                    stored.label() >= 1 && stored.label() <= labels.size(),
                    stored.index(),
                    "has no label");
            var label = labels.get(stored.label() - 1);
            require(
                    head.operation().equals(operation)
                            && head.id().value().equals(stored.id())
                            && head.originator().value().equals(stored.originator())
                            && head.type().equals(stored.type())
                            && head.label()
                                    .equals(StatementForm.labelDigest(label.salt(), label.text())),
                    stored.index(),
                    "is filed as something else than it says");
        }

        private void checkTile() {
            long number = range.size() / 256 - 1;
            var stored = store.tile(operation, number);
            require(
                    stored.isPresent() && Arrays.equals(stored.get(), RightEdge.bytes(tile)),
                    range.size() - 1,
                    "is in a tile that differs");
            tile.clear();
        }

        private void checkRoots() {
            while (tree < trees.size() && trees.get(tree).size() == range.size()) {
                if (!trees.get(tree).root().equals(range.root())) {
                    throw new NotProved(
                            "The tree of %s at %d has another root than its statements make"
                                    .formatted(operation, range.size()));
                }
                tree++;
            }
        }

        void end() {
            if (tree < trees.size()) {
                throw new NotProved(
                        "%s lacks statements from %d on".formatted(operation, range.size()));
            }
        }

        private void require(boolean holds, long index, String what) {
            if (!holds) {
                throw new NotProved("Statement %d of %s %s".formatted(index, operation, what));
            }
        }
    }
}
