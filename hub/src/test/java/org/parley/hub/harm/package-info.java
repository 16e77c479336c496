@NullMarked
package org.parley.hub.harm;

import org.jspecify.annotations.NullMarked;
