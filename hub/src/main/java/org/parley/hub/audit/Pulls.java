package org.parley.hub.audit;

import java.util.Set;
import java.util.SortedSet;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// How many records' positions lists and maps give an organisation.
public interface Pulls {

    /// Those of the records whose positions the organisation is given today, those that it was
    /// given before among them; the rest once another day has come.
    ///
    /// @param wanted places of others' statements in the log
    Set<Long> take(OperationId operation, PartnerId organisation, SortedSet<Long> wanted);
}
