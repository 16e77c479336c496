/// The tree and its proofs, in the published formats of C2SP: hashes and proofs of RFC 6962,
/// tlog-tiles, signed notes, checkpoints, cosignatures, receipts (tlog-proof) and policies. Nothing
/// here is invented, so that a receipt can be checked with anybody's tools.
package org.parley.kernel.proof;
