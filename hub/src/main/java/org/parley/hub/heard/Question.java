package org.parley.hub.heard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.id.PartnerId;

/// Something that was asked of an organisation.
///
/// @param about what it is about, as in a statement's subject, for example `consignment/CN-1`
/// @param index of the statement that asks
/// @param due until when an answer is asked for, where a rule or the asker says so
/// @param end how it ended; null while no answer is recorded
public record Question(
        String about,
        PartnerId askedBy,
        PartnerId awaits,
        long index,
        @Nullable Instant due,
        @Nullable End end) {

    /// How a question ended.
    ///
    /// @param answered else it was taken back, or what it was about ended
    /// @param index of the statement by which it ended
    public record End(boolean answered, long index) {

        public static End answered(long index) {
            return new End(true, index);
        }

        public static End lapsed(long index) {
            return new End(false, index);
        }
    }
}
