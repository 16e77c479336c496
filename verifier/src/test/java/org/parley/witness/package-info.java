@org.jspecify.annotations.NullMarked
package org.parley.witness;
