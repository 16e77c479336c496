package org.parley.kernel.quantity;

import java.util.Optional;

/// A quantity that was not measured but converted by a stated [Factor].
///
/// @param margin how far it may be off either way; empty where that is not known
/// @param source who states the factor
public record Estimate(Quantity quantity, Optional<Quantity> margin, String source) {}
