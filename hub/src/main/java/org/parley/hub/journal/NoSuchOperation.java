package org.parley.hub.journal;

import org.parley.kernel.id.OperationId;

/// The hub runs no operation of this name.
public final class NoSuchOperation extends RuntimeException {

    private final OperationId operation;

    NoSuchOperation(OperationId operation) {
        super("The hub runs no operation " + operation);
        this.operation = operation;
    }

    public OperationId operation() {
        return operation;
    }
}
