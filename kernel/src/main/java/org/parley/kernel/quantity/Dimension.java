package org.parley.kernel.quantity;

/// What a unit measures. Units of one dimension convert exactly, except that each kind of package
/// is only itself: pallets are not bags without a stated [Factor].
public enum Dimension {
    MASS,
    VOLUME,
    /// Packages, pieces and vehicles, counted.
    COUNT
}
