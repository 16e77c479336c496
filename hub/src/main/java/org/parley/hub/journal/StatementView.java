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
/// @param heldTexts where texts of it look like personal data: what became of them
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
        @Nullable HeldTextsView heldTexts,
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

    /// Texts that look like personal data. While they are held back, and once they are struck,
    /// their tokens stand in their places.
    ///
    /// @param state `held`, `released` or `struck`
    /// @param ruling the statement by which two people released or struck them
    /// @param released those that the reader may see
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HeldTextsView(
            String state,
            @Nullable String ruling,
            @Nullable Instant at,
            @Nullable List<Released> released) {

        /// @param salt in base64: the token is the SHA-256 hash over salt and text
        public record Released(String field, String token, String salt, String text) {}
    }

    /// A statement that names this one.
    public record NamedBy(String originator, String id) {}
}
