@NullMarked
package org.parley.hub.audit;

import org.jspecify.annotations.NullMarked;
