/// Where assistance goes: areas with their P-codes and versioned boundaries, crossings and how they
/// worked day by day, corridors and sites. Every place has a neutral id; what it is called is data,
/// per language and per party.
@NullMarked
@ApplicationModule(allowedDependencies = {"journal", "access", "store", "api", "partners", "audit"})
package org.parley.hub.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
