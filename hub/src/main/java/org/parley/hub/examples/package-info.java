/// Example operations that ship with the product.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "journal",
            "access",
            "store",
            "api",
            "cli",
            "partners",
            "places",
            "claims",
            "flow",
            "exchange"
        })
package org.parley.hub.examples;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
