package org.parley.hub.claims;

/// How a register differs between two cuts, worked out from its rows themselves.
///
/// @param backDated added rows whose event lies within the time that the earlier cut had covered
public record RevisionsView(
        long rowsBefore,
        long rowsAfter,
        long added,
        long changed,
        long withdrawn,
        long backDated) {}
