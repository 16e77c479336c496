package org.parley.hub.console;

/// A statement is stored and cannot be shown yet, because the signer is away.
final class ReceiptPending extends RuntimeException {

    ReceiptPending() {
        super("stored, receipt pending");
    }
}
