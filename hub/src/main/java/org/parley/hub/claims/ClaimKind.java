package org.parley.hub.claims;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.parley.kernel.InvalidValue;

/// What sort of thing a claim is about. Says nothing on whether it is so.
public enum ClaimKind {
    STATUS,
    INCIDENT,
    ACCUSATION,
    WARNING,
    RISK,
    COMMITMENT,
    POSITION,
    CONDITIONAL,
    PLEDGE,
    PRIORITY,
    STATEMENT,
    DESIGNATION,
    ROLE,
    VISIT,
    TALKS,
    /// An account of a hand-over: counts only, never persons.
    ACCOUNT,
    /// A figure that stands beside others for the same thing.
    COUNT;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static ClaimKind of(String code) {
        for (var kind : values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new InvalidValue("kind", "value.claim-kind", "is no kind of claim: '{was}'", code);
    }
}
