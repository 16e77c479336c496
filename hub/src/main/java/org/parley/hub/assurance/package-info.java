/// How sure one can be who said something: passkeys that sign a statement's hash, and
/// acknowledgements by those who never sign in, each with what it rests on.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"journal", "access", "store", "api", "signin", "machines"})
package org.parley.hub.assurance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
