/// The hub from the command line: what was asked for, what the hub starts with, and how it ends.
/// Features add commands of their own by a bean of type [Command]; what is written to the operator
/// is worded in one place, [Sentences].
@NullMarked
@ApplicationModule(allowedDependencies = {"journal", "access", "store", "outgoing"})
package org.parley.hub.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
