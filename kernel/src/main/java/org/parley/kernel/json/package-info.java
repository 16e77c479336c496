/// A strict JSON reader and the canonical form (RFC 8785) in which everything is hashed and signed.
package org.parley.kernel.json;
