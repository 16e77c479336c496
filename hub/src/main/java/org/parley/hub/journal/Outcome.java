package org.parley.hub.journal;

import org.parley.kernel.id.StatementId;

/// What became of a submission.
public sealed interface Outcome {

    /// In the log, with its proof. The same id and the same content bring the same receipt again.
    ///
    /// @param heldTexts how many of its texts were held back as it was sent, since they look like
    ///     personal data
    record Recorded(StatementId id, long index, Receipt receipt, boolean repeated, int heldTexts)
            implements Outcome {}

    /// Stored for good, and the signer is away: ask again with the same id for the receipt.
    record Pending(StatementId id, long index) implements Outcome {}

    /// Not in the log.
    record Refused(StatementId id, Refusal why) implements Outcome {}

    /// Another statement of the same originator already has this id.
    record Conflict(StatementId id) implements Outcome {}
}
