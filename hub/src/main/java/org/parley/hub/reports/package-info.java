/// What has changed, on one page: figures with their rule and coverage, never a bare number.
@NullMarked
@ApplicationModule(allowedDependencies = {"journal", "access", "store", "api", "cli", "claims"})
package org.parley.hub.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
