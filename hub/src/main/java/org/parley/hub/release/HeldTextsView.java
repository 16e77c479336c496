package org.parley.hub.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement of the reader's own organisation of which texts are held back.
///
/// @param by the account that submitted it
/// @param mine whether the reader may ask a second person to release or strike the texts
/// @param proposal what waits for a second person; absent while nobody asked one
/// @param proposed the type of that act, `journal.text-released` or `journal.text-struck`
/// @param texts for their submitter and, once one was asked, for a second person; absent for others
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeldTextsView(
        long index,
        String id,
        String type,
        String by,
        Instant heardAt,
        boolean mine,
        @Nullable String proposal,
        @Nullable String proposed,
        @Nullable List<Text> texts) {

    /// @param field the field that it stands in
    /// @param sign what it looks like: `email`, `phone`, `id-number`, `name`, `coordinates`,
    ///     `token` for what stands in another held text's place, `signed` for all that a device
    ///     signed
    public record Text(String field, String fieldClass, String sign, String text) {}
}
