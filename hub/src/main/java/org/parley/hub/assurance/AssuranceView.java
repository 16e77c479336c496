package org.parley.hub.assurance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who stands behind a statement beyond the hub's word, and who is said to have received it.
///
/// @param challenge what a passkey signs to prove that its holder made the statement: its hash,
///     base64url; for its own organisation only
public record AssuranceView(
        List<Proof> authorProofs,
        List<Acknowledgement> acknowledgements,
        @Nullable String challenge) {

    /// @param level `passkey-signed`
    /// @param key the beginning of the public key's hash
    /// @param statement the id of the statement that brought it; its own where it
    ///     was logged with it
    public record Proof(String level, String key, Instant at, String statement) {}

    /// @param level on what it rests: `signed-file`, `file-not-proved`, `e-mail` or `call`
    /// @param recordedBy the organisation whose desk recorded it
    /// @param statement the id under which it recorded it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Acknowledgement(
            String by,
            String level,
            Instant at,
            String recordedBy,
            String statement,
            @Nullable String hash,
            @Nullable String post,
            @Nullable String readBack,
            @Nullable String note) {}

    public boolean isEmpty() {
        return authorProofs.isEmpty() && acknowledgements.isEmpty();
    }
}
