package org.parley.kernel.audience;

import java.util.Map;
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
/// @param backlogs from when on it sees what is addressed to them; all of it where nothing is said
public record Reader(
        OperationId operation,
        PartnerId organisation,
        boolean member,
        FieldClass ceiling,
        Set<String> groups,
        Map<String, Backlog> backlogs) {

    public Reader {
        groups = Set.copyOf(groups);
        backlogs = Map.copyOf(backlogs);
    }

    /// A reader whose groups give their whole backlog.
    public Reader(
            OperationId operation,
            PartnerId organisation,
            boolean member,
            FieldClass ceiling,
            Set<String> groups) {
        this(operation, organisation, member, ceiling, groups, Map.of());
    }

    /// What it sees of what was addressed to the group.
    public Backlog backlog(String group) {
        return backlogs.getOrDefault(group, Backlog.ALL);
    }
}
