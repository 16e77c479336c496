/// Where the hub's records are kept: the embedded PostgreSQL or the deployer's own, its roles, and
/// the two ways in, one that reads and one that an operation's writer uses. Infrastructure, open to
/// all features.
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.parley.hub.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
