@org.jspecify.annotations.NullMarked
package org.parley.hub.outgoing;
