/// A witness: cosigns the checkpoints of logs that it knows, each only if it extends the one
/// before, and remembers. Any partner can run one; it needs neither framework nor database, and is
/// as small as the verifier that it comes with.
@NullMarked
package org.parley.witness;

import org.jspecify.annotations.NullMarked;
