package org.parley.hub.access;

/// What an account does beyond its parts in operations.
///
/// @param officer enrols the people of its own organisation, and stands for them when they lose
///     their keys
/// @param operator keeps the hub running and opens it to further organisations; sees no record
public record Duties(boolean officer, boolean operator) {
    public static final Duties NONE = new Duties(false, false);
}
