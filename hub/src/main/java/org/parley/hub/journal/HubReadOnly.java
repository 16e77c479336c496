package org.parley.hub.journal;

import org.parley.kernel.id.OperationId;

/// The hub takes no statements for an operation: what it stores is not what its signer remembers
/// having signed, so going on would make two histories.
public final class HubReadOnly extends RuntimeException {

    private final OperationId operation;
    private final long storedSize;
    private final long signedSize;

    HubReadOnly(OperationId operation, long storedSize, long signedSize) {
        super(
                ("Operation %s is read-only: the database holds %d statements, but %d were signed"
                                + " before. It was probably restored from an older backup; restore"
                                + " a newer one.")
                        .formatted(operation, storedSize, signedSize));
        this.operation = operation;
        this.storedSize = storedSize;
        this.signedSize = signedSize;
    }

    public OperationId operation() {
        return operation;
    }

    public long storedSize() {
        return storedSize;
    }

    public long signedSize() {
        return signedSize;
    }
}
