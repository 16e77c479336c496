/// Maps drawn on the server as plain SVG: shipped outlines, the operation's own areas, and the
/// sites with their states. Nothing here asks where the nearest anything is.
@NullMarked
package org.parley.hub.console.map;

import org.jspecify.annotations.NullMarked;
