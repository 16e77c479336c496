/// What was delivered to whom and when, so that it can be asked what an organisation could know at
/// a moment; and what awaits whose answer, by one clock for all.
@NullMarked
@ApplicationModule(allowedDependencies = {"journal", "access", "store", "api"})
package org.parley.hub.heard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
