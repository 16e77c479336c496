/// The proof that nothing leaks (trust.md 2.3): random organisations, groups and labels, every
/// endpoint and page, against a rule book written a second time.
@NullMarked
package org.parley.hub.sharing;

import org.jspecify.annotations.NullMarked;
