@org.jspecify.annotations.NullMarked
package org.parley.verifier;
