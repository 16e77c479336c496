package org.parley.hub.partners;

import java.time.ZoneOffset;
import org.parley.hub.access.HeldParts;
import org.parley.hub.access.Role;
import org.parley.hub.journal.Clocks;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads from the partners' dated roles what an organisation holds today, by the operation's clock.
/// What an organisation says of itself gives nobody a part. Read by the hub for itself: whoever
/// looks after accounts asks in no operation, and sees no record.
@Component
class PartsInJournal implements HeldParts {

    private final PartnerStore partners;
    private final Clocks clocks;
    private final TransactionTemplate keeping;

    PartsInJournal(
            PartnerStore partners,
            Clocks clocks,
            @Qualifier("keeping") TransactionTemplate keeping) {
        this.partners = partners;
        this.clocks = clocks;
        this.keeping = keeping;
    }

    @Override
    public boolean holds(OperationId operation, PartnerId organisation, Role role) {
        return switch (role) {
            case AUTHORITY -> holds(operation, organisation, PartnerRole.AUTHORITY);
            case LIAISON -> holds(operation, organisation, PartnerRole.PARTY);
            case MONITOR -> holds(operation, organisation, PartnerRole.MONITOR);
            case OBSERVER, CONTRIBUTOR, COORDINATOR, OPERATOR -> true;
        };
    }

    private boolean holds(OperationId operation, PartnerId organisation, PartnerRole role) {
        var today = clocks.now(operation).atZone(ZoneOffset.UTC).toLocalDate();
        return Boolean.TRUE.equals(
                keeping.execute(_ -> partners.holds(operation, organisation, role, today, false)));
    }
}
