/// Names of operations, partners and statements.
package org.parley.kernel.id;
