/// Who is signed in, for which organisation, and what that lets them see: accounts, sessions, the
/// members of an operation and of its groups. What a reader may see of a record is decided in one
/// place, `org.parley.kernel.audience.Clearance`; this module says who the reader is.
@NullMarked
@ApplicationModule(allowedDependencies = {"journal", "store"})
package org.parley.hub.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
