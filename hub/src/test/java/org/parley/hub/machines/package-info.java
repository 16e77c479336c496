@NullMarked
package org.parley.hub.machines;

import org.jspecify.annotations.NullMarked;
