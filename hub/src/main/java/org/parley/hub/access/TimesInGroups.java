package org.parley.hub.access;

import java.time.Instant;
import org.parley.hub.journal.GroupTimes;
import org.parley.kernel.audience.Addressed;
import org.parley.kernel.id.OperationId;
import org.springframework.stereotype.Component;

/// Times for groups whose backlog is not given whole, or once was not: after which joining, and
/// where days count on which day.
@Component
class TimesInGroups implements GroupTimes {

    private final MembershipStore store;

    TimesInGroups(MembershipStore store) {
        this.store = store;
    }

    @Override
    public Addressed of(OperationId operation, String group, Instant heardAt) {
        return store.time(operation, group, MembershipStore.day(heardAt));
    }
}
