package org.parley.hub.api;

import org.parley.hub.journal.Body;
import org.parley.hub.journal.Submission;

/// Takes in what its author signed before it is said. Implemented above, where passkeys are known.
@FunctionalInterface
public interface AuthorSigning {

    /// The statement with its author's signature.
    ///
    /// @throws NotSigned when it is not what they signed
    <B extends Record & Body> Submission<B> signed(
            Submission<B> unsigned, StatementRequest.AuthorProof proof);
}
