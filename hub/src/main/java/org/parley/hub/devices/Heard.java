package org.parley.hub.devices;

import java.util.List;
import java.util.Optional;
import org.parley.hub.journal.Receipt;
import org.parley.hub.journal.Refusal;
import org.parley.kernel.InvalidValue;

/// What became of a text that a courier brought.
///
/// @param id of the statement in it; empty where that could not be read
/// @param problems what cannot be in the statement
public record Heard(String id, Fate fate, List<InvalidValue> problems) {

    /// What became of it.
    public sealed interface Fate {

        /// In the journal now.
        record Recorded(long index, Receipt receipt) implements Fate {}

        /// In the journal since it came the first time.
        record Repeated(long index, Receipt receipt) implements Fate {}

        /// In the journal; the receipt follows when the same is brought again.
        record Pending(long index) implements Fate {}

        /// Not in the journal. The courier still has the text.
        record Refused(Refusal why) implements Fate {}

        default String code() {
            return switch (this) {
                case Recorded _ -> "recorded";
                case Repeated _ -> "repeated";
                case Pending _ -> "pending";
                case Refused _ -> "refused";
            };
        }

        /// Why it is not in the journal, where it is not.
        default Optional<Refusal> refusal() {
            return this instanceof Refused(var why) ? Optional.of(why) : Optional.empty();
        }
    }
}
