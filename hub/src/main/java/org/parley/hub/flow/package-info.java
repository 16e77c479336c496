/// Flow of assistance: consignments and their lines, rulings, manifests, legs, loads, and where
/// every quantity is. Reports of fact are never refused; quantities are sums that conserve.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"journal", "access", "store", "api", "heard", "partners", "places"})
package org.parley.hub.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
