/// Who will see what, before it is said and after: a statement as a partner will see it, what a
/// change of membership gives and takes, asking holders to delete, and acts that want two people.
@NullMarked
@ApplicationModule(allowedDependencies = {"journal", "access", "store", "api", "heard", "partners"})
package org.parley.hub.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
