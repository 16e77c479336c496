/// Spans of time. Instants inside, zones at the edge.
package org.parley.kernel.time;
