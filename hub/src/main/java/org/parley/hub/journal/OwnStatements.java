package org.parley.hub.journal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;

/// What an organisation said itself and to whom, for features that decide on it: taking it back,
/// telling more people of it.
public interface OwnStatements {

    /// @param originator who speaks, never whom somebody names
    Optional<OwnStatement> find(OperationId operation, PartnerId originator, StatementId id);

    /// The last statement of that type about the same thing.
    ///
    /// @param subject see [Body#subject]
    Optional<OwnStatement> latest(
            OperationId operation, PartnerId originator, String type, String subject);

    /// Its bytes as they were logged, and who made them.
    Optional<Written> written(OperationId operation, PartnerId originator, StatementId id);

    /// @param account that said it; null once what was said is erased
    record Written(byte[] statement, @Nullable String account) {}
}
