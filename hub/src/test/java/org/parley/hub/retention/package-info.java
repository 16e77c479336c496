@NullMarked
package org.parley.hub.retention;

import org.jspecify.annotations.NullMarked;
