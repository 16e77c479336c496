/// Drivers that measure Parley beside its peers, all in one run on one machine, since only ratios
/// of things that ran side by side can be compared. Nothing here is part of the product.
@NullMarked
package org.parley.bench;

import org.jspecify.annotations.NullMarked;
