@NullMarked
package org.parley.hub.cli;

import org.jspecify.annotations.NullMarked;
