@NullMarked
package org.parley.hub.release;

import org.jspecify.annotations.NullMarked;
