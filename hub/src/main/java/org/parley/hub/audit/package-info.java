/// Who read which exact-class record of somebody else, when and by what way: kept beside the
/// journal, shown to the record's originator only; and the alert when somebody reads more than they
/// usually do.
@NullMarked
@ApplicationModule(allowedDependencies = {"journal", "access", "store", "api"})
package org.parley.hub.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
