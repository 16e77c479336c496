package org.parley.kernel.audience;

/// What disclosure of a record could cause. Caps how wide its audience may be: severe reaches named
/// organisations at most, high a group, moderate the operation, low the public.
public enum Sensitivity {
    LOW(4),
    MODERATE(3),
    HIGH(2),
    SEVERE(1);

    private final int widestReach;

    Sensitivity(int widestReach) {
        this.widestReach = widestReach;
    }

    boolean allows(Audience audience) {
        return audience.reach() <= widestReach;
    }
}
