/// Devices of people in the field: keys that sign statements while no hub can be reached, enrolled
/// by a link for thirty days at most, and the statements that couriers bring from them.
@NullMarked
@ApplicationModule(allowedDependencies = {"journal", "access", "store", "api", "signin"})
package org.parley.hub.devices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
