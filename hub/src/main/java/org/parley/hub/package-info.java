/// The hub: one application, a package for each feature. ARCHITECTURE.md has the map.
@NullMarked
package org.parley.hub;

import org.jspecify.annotations.NullMarked;
