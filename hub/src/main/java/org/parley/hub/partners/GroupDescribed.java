package org.parley.hub.partners;

import static org.parley.kernel.audience.FieldClass.HEADER;

import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.names.Names;

/// A working group and who leads it. Its members are said by `access.membership-began`.
///
/// @param backlog what those who join from now on see of what went before; all of it where nothing
///     is said. Members from before keep what they see
/// @param backlogDays how many days, 1 to 3650, where the backlog is of days
public record GroupDescribed(
        @Classed(HEADER) String group,
        @Classed(HEADER) Names names,
        @Classed(HEADER) PartnerId lead,
        @Classed(HEADER) @Nullable GroupBacklog backlog,
        @Classed(HEADER) @Nullable Integer backlogDays)
        implements Body {

    private static final int MOST_DAYS = 3_650;

    public GroupDescribed {
        if ((backlog == GroupBacklog.DAYS) != (backlogDays != null)) {
            throw new InvalidValue(
                    "backlogDays",
                    "value.backlog-days",
                    "is said with a backlog of days, and with no other");
        }
        if (backlogDays != null && (backlogDays < 1 || backlogDays > MOST_DAYS)) {
            throw new InvalidValue(
                    "backlogDays",
                    "value.range",
                    "must be {least} to {most}, was {was}",
                    1,
                    MOST_DAYS,
                    backlogDays);
        }
    }

    /// A group that gives its whole backlog.
    public GroupDescribed(String group, Names names, PartnerId lead) {
        this(group, names, lead, null, null);
    }

    @Override
    public String subject() {
        return "group/" + group;
    }
}
