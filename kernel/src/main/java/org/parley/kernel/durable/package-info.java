/// Files that are there, whole, after a power cut: what signer and witness remember.
package org.parley.kernel.durable;
