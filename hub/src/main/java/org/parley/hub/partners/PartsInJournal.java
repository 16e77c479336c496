package org.parley.hub.partners;

import java.time.ZoneOffset;
import org.parley.hub.access.HeldParts;
import org.parley.hub.access.Role;
import org.parley.hub.journal.Clocks;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.stereotype.Component;

/// Reads from the partners' dated roles what an organisation holds today, by the operation's clock.
@Component
class PartsInJournal implements HeldParts {

    private final Partners partners;
    private final Clocks clocks;

    PartsInJournal(Partners partners, Clocks clocks) {
        this.partners = partners;
        this.clocks = clocks;
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
        return partners.holds(operation, organisation, role, today);
    }
}
