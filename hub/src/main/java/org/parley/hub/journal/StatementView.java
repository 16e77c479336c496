package org.parley.hub.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A statement as one reader may see it: fields above their clearance are not there.
///
/// @param says the fields by name; null when they were erased
/// @param expired the classes whose fields the hub has destroyed since their time was over, those
///     that the reader could have seen
/// @param replaces the ids of statements of the same originator that it amends
/// @param answers originator and id of the statement that it answers
/// @param signed what a device signed, where one did: for those who may see all of the statement
/// @param replacedBy the amendments of it that the reader may see, in the order they were heard
/// @param forked whether more than one of these amendments stands
/// @param addressedTo the label, for its originator only
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementView(
        long index,
        String id,
        String type,
        String originator,
        String assurance,
        Instant claimedAt,
        Instant heardAt,
        List<String> marks,
        @Nullable String subject,
        @Nullable Map<String, Object> says,
        boolean erased,
        @Nullable List<Gone> expired,
        @Nullable Map<String, Object> addressedTo,
        @Nullable Object replaces,
        @Nullable Object answers,
        @Nullable Object signed,
        @Nullable List<NamedBy> replacedBy,
        @Nullable List<NamedBy> answeredBy,
        boolean forked) {

    /// Fields of one class are over their time.
    ///
    /// @param fieldClass F0 for all that was said
    /// @param rule by which they are
    /// @param days how long the rule kept them
    /// @param at when the hub said so
    public record Gone(String fieldClass, String rule, int days, Instant at) {}

    /// A statement that names this one.
    public record NamedBy(String originator, String id) {}
}
