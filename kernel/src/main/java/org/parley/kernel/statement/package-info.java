/// The form of a statement: what is said, its digests, its leaf, and how parts of it are disclosed.
package org.parley.kernel.statement;
