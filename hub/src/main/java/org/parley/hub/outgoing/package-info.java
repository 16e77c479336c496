/// The one door for what the hub asks of others over HTTP: only hosts that the deployer named, only
/// the address that was checked, no redirects. Infrastructure, open to all features.
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.parley.hub.outgoing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
