/// Machines of organisations: keys that officers enrol, the tokens that machines get for them, and
/// the proofs that go with each request (RFC 7523, RFC 9449).
@NullMarked
@ApplicationModule(allowedDependencies = {"journal", "access", "store", "api", "signin"})
package org.parley.hub.machines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
