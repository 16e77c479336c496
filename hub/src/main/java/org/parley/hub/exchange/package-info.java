/// Formats in and out: the only place that knows a spreadsheet's headers, a standard's vocabulary
/// and what an agency calls its columns.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "journal",
            "access",
            "store",
            "outgoing",
            "api",
            "cli",
            "claims",
            "places",
            "release"
        })
package org.parley.hub.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
