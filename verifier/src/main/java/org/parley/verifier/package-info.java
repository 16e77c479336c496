/// Checks a statement and its receipt with the hub switched off. Small on purpose: a partner who
/// trusts nobody reads this package and the kernel's `proof` and `statement` in an afternoon.
@NullMarked
package org.parley.verifier;

import org.jspecify.annotations.NullMarked;
