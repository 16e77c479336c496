@org.jspecify.annotations.NullMarked
package org.parley.kernel.names;
