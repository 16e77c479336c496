/// For what and for how long an operation keeps fields of each class; what is over its time is
/// destroyed, but for what a legal hold keeps.
@NullMarked
@ApplicationModule(allowedDependencies = {"journal", "access", "store", "api", "release"})
package org.parley.hub.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
