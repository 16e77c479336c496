/// The signer: a process with a memory of its own that signs a log's checkpoints, each only if it
/// extends the one before. Who controls the hub's database alone cannot fork the log.
package org.parley.kernel.signer;
