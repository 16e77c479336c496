package org.parley.hub.journal;

import java.util.Optional;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.statement.AuthorProof;

/// Passkeys' signatures over statements, to be handed out with them. Implemented by the feature
/// that takes them in.
public interface AuthorProofs {

    /// The first one that the reader may see.
    Optional<AuthorProof> find(Sight sight, Cut cut, PartnerId originator, StatementId record);
}
