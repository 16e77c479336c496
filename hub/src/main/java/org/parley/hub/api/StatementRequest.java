package org.parley.hub.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.statement.Seen;
import tools.jackson.databind.node.ObjectNode;

/// A statement as a client sends it.
///
/// @param type one of the hub's statement types, such as `flow.consignment-requested`
/// @param id made by the client; the header `Idempotency-Key` may give it instead
/// @param claimedAt when it was so, or was said; the time of hearing where it is absent
/// @param label to whom it is addressed; what is usual for the type where it is absent
/// @param replaces ids of statements of the same organisation that this one amends
/// @param answers the statement that this one answers
/// @param authorProof its author's signature, where it was prepared to be signed; it is
///     logged as it was signed or not at all
/// @param says the type's own fields
public record StatementRequest(
        String type,
        @Nullable String id,
        @Nullable Instant claimedAt,
        @Nullable ObjectNode label,
        @Nullable Device device,
        @Nullable Seen seen,
        @Nullable List<String> replaces,
        @Nullable Answers answers,
        ObjectNode says,
        @Nullable AuthorProof authorProof) {

    /// The statement that this one answers.
    public record Answers(String originator, String id) {}

    /// What a passkey of the author signed, see `…/statements/prepare`.
    ///
    /// @param draft as the hub gave it with what was to be signed
    /// @param credential the authenticator's answer, as browsers write it
    public record AuthorProof(String draft, ObjectNode credential) {}

    /// @param seq the device's own counter
    public record Device(String id, long seq) {}
}
