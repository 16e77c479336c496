package org.parley.hub.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement that was recalled: who asked, and which holders have said what. Its originator sees
/// all holders that it may know of; anybody else sees its own organisation and the answers that it
/// may see.
///
/// @param record the id of the statement
/// @param holders those who could read it at some time since it was said, and those who answered
public record RecallView(
        String originator, String record, List<Asking> asked, List<Holder> holders) {

    /// @param by until when an answer is asked for
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Asking(String id, String reason, @Nullable LocalDate by, Instant at) {}

    /// @param upTo the widest class that it could see; for the originator only
    /// @param answer what it said last: `deleted`, `kept` or `not-held`; absent while it said
    ///     nothing
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Holder(
            String organisation,
            @Nullable String upTo,
            @Nullable String answer,
            @Nullable String note,
            @Nullable Instant at,
            @Nullable String statement) {

        static Holder silent(String organisation, @Nullable String upTo) {
            return new Holder(organisation, upTo, null, null, null, null);
        }
    }

    /// How many holders have said nothing yet.
    public long silent() {
        return holders.stream().filter(holder -> holder.answer() == null).count();
    }
}
