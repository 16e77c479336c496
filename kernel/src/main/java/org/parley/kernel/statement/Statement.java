package org.parley.kernel.statement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;

/// The head of a statement: everything in its bytes but the digests of its fields.
///
/// @param type for example `flow.arrival`
/// @param schema the version of the type's fields, from 1
/// @param key the name of the key or account that spoke for the originator
/// @param claimedAt when the originator says it was so
/// @param label the digest of the audience label, from [StatementForm#labelDigest]
public record Statement(
        OperationId operation,
        StatementId id,
        String type,
        int schema,
        PartnerId originator,
        String key,
        Assurance assurance,
        Instant claimedAt,
        @Nullable DeviceSequence device,
        @Nullable Seen seen,
        String label) {

    public Statement {
        if (schema < 1) {
            throw new InvalidValue(
                    "schema", "value.counts-from-one", "counts from 1, was {was}", schema);
        }
        if (type.isEmpty() || key.isEmpty()) {
            throw new InvalidValue("statement", "must name its type and its key");
        }
    }
}
