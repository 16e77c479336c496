/// What all JSON endpoints share: who asks about which moment, paging, entity tags, problems in the
/// reader's language. Infrastructure, open to all features.
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"journal", "access", "store"})
package org.parley.hub.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
