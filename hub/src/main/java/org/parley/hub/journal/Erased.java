package org.parley.hub.journal;

import java.util.Set;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.StatementId;

/// An organisation has what it said in a statement destroyed: payload and salts go, and a tombstone
/// stays in the log, which remains valid.
///
/// @param statement of the same organisation
/// @param reason why: `mistake`, `safety`, `retention` or `legal`
public record Erased(
        @Classed(FieldClass.HEADER) StatementId statement,
        @Classed(FieldClass.HEADER) String reason)
        implements Body {

    private static final Set<String> REASONS = Set.of("mistake", "safety", "retention", "legal");

    public Erased {
        if (!REASONS.contains(reason)) {
            throw new InvalidValue(
                    "reason",
                    "value.one-of",
                    "must be one of {known}, was '{was}'",
                    "mistake, safety, retention, legal",
                    reason);
        }
    }

    @Override
    public String subject() {
        return "statement/" + statement;
    }
}
