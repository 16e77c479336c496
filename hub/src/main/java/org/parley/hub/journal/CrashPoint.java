package org.parley.hub.journal;

/// The steps between deciding and publishing at which a crash is tested. In service nothing is
/// attached to them.
public enum CrashPoint {
    DECIDED,
    APPLIED,
    INSERTED,
    COMMITTED,
    SIGNED,
    STORED,
    PUBLISHED,
    /// Content is destroyed, and the state that came from it is still there.
    ERASED;

    /// What happens at a crash point: nothing, unless a test halts the process there.
    public interface Hook {
        void at(CrashPoint point);
    }
}
