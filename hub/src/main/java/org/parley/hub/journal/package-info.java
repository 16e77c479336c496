/// The journal: attributed statements in one order for each operation, their receipts, and what was
/// known at any moment. Features declare [StatementKind]s and submit to [Journal]; everything else
/// here is how that is kept.
@NullMarked
@ApplicationModule(allowedDependencies = {"store", "outgoing"})
package org.parley.hub.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
