package org.parley.hub.journal;

import java.util.Map;
import java.util.TreeMap;
import org.parley.kernel.id.OperationId;

/// The hub takes no statements for an operation: what it stores is not what was signed or witnessed
/// before, so going on would make two histories.
public final class HubReadOnly extends RuntimeException {

    /// How the store and the memory of others differ.
    public enum Why {
        /// The signer remembers a longer log: an older backup was restored.
        SIGNED_MORE("journal.read-only"),
        /// The signer remembers a log of another content.
        SIGNED_OTHER("journal.read-only-other"),
        /// A witness has seen a longer log than the store has.
        WITNESSED_MORE("journal.read-only-witnessed"),
        /// The store's own tables do not agree: its tail was cut off, or rows were changed.
        TORN("journal.read-only-torn");

        private final String code;

        Why(String code) {
            this.code = code;
        }
    }

    private final OperationId operation;
    private final Why why;
    private final long storedSize;
    private final long signedSize;
    private final String witness;

    HubReadOnly(OperationId operation, Why why, long storedSize, long signedSize, String witness) {
        super(sentence(operation, why, storedSize, signedSize, witness));
        this.operation = operation;
        this.why = why;
        this.storedSize = storedSize;
        this.signedSize = signedSize;
        this.witness = witness;
    }

    private static String sentence(
            OperationId operation, Why why, long stored, long signed, String witness) {
        return switch (why) {
            case SIGNED_MORE ->
                    ("Operation %s is read-only: the database holds %d statements, but %d were"
                                    + " signed before. It was probably restored from an older"
                                    + " backup; restore a newer one.")
                            .formatted(operation, stored, signed);
            case SIGNED_OTHER ->
                    ("Operation %s is read-only: the first %d statements in the database are not"
                                    + " those that were signed before. Restore a backup of this"
                                    + " history.")
                            .formatted(operation, signed);
            case WITNESSED_MORE ->
                    ("Operation %s is read-only: the database holds %d statements, but witness %s"
                                    + " has cosigned %d. It was probably restored from an older"
                                    + " backup; restore a newer one.")
                            .formatted(operation, stored, witness, signed);
            case TORN ->
                    ("Operation %s is read-only: the statements in the database do not make up its"
                                    + " tree of %d. Its tail was cut off or rows were changed;"
                                    + " restore a whole backup.")
                            .formatted(operation, stored);
        };
    }

    public OperationId operation() {
        return operation;
    }

    public Why why() {
        return why;
    }

    public long storedSize() {
        return storedSize;
    }

    public long signedSize() {
        return signedSize;
    }

    /// For the reader's own language.
    public Refusal refusal() {
        var facts = new TreeMap<String, Object>();
        facts.put("storedSize", storedSize);
        facts.put("signedSize", signedSize);
        if (!witness.isEmpty()) {
            facts.put("witness", witness);
        }
        return new Refusal(why.code, Map.copyOf(facts));
    }
}
