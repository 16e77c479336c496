@NullMarked
package org.parley.hub.devices;

import org.jspecify.annotations.NullMarked;
