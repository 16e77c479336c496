/// Who takes part: organisations with their names and dated roles, mandates, registration per
/// authority, seats and arrivals, working groups, and rules on who may not be where.
@NullMarked
@ApplicationModule(allowedDependencies = {"journal", "access", "store", "api", "heard"})
package org.parley.hub.partners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
