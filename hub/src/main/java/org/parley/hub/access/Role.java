package org.parley.hub.access;

import java.util.Locale;

/// What a person does in an operation for their organisation.
public enum Role {
    /// Reads only.
    OBSERVER,
    /// Says what its organisation does and sees.
    CONTRIBUTOR,
    /// Coordinates, for the center: opens groups, records arrivals.
    COORDINATOR,
    /// Rules for an authority.
    AUTHORITY,
    /// Answers for a party.
    LIAISON,
    /// Observes and determines for a monitor.
    MONITOR,
    /// Keeps the hub running: sees health and counts, no record.
    OPERATOR;

    /// Whether the role may say anything in its organisation's name.
    public boolean speaks() {
        return switch (this) {
            case CONTRIBUTOR, COORDINATOR, AUTHORITY, LIAISON, MONITOR -> true;
            case OBSERVER, OPERATOR -> false;
        };
    }

    /// Whether the role may see records at all.
    public boolean reads() {
        return this != OPERATOR;
    }

    /// Whether it speaks for something that the organisation must hold in the operation: a party,
    /// an authority, a monitor.
    public boolean needsHeldPart() {
        return switch (this) {
            case AUTHORITY, LIAISON, MONITOR -> true;
            case OBSERVER, CONTRIBUTOR, COORDINATOR, OPERATOR -> false;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
