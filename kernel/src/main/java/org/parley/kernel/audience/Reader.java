package org.parley.kernel.audience;

import java.util.Set;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// Who is asking: one organisation in one operation, as its memberships stand today. Every query
/// takes one.
///
/// @param member whether the organisation is a member of the operation; others see what is named to
///     them or public, nothing else
/// @param ceiling the widest field class this person may see, whatever a label allows
/// @param groups the groups of the operation that the organisation belongs to today
public record Reader(
        OperationId operation,
        PartnerId organisation,
        boolean member,
        FieldClass ceiling,
        Set<String> groups) {

    public Reader {
        groups = Set.copyOf(groups);
    }
}
