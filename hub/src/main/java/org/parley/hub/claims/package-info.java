/// What is claimed, by whom and counted how: sources, counting rules, attributed claims, and whole
/// registers of observed rows with their revisions. Content is ungraded: whether something is so is
/// for an assessment, never for the kind of source.
@NullMarked
@ApplicationModule(allowedDependencies = {"journal", "access", "store", "api", "cli"})
package org.parley.hub.claims;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
