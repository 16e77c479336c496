package org.parley.hub.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Operation;
import org.parley.hub.partners.FootprintRule;
import org.parley.hub.partners.PartnerRole;
import org.parley.hub.partners.Partners;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The surroundings as the log stands.
@Component
class SurroundingsOfLog implements Surroundings {

    private final ObjectProvider<Journal> journal;
    private final Partners partners;
    private final PlaceAreas areas;
    private final RecordStore records;
    private final EventStore events;
    private final PaperStore papers;
    private final Drafts drafts;

    SurroundingsOfLog(
            ObjectProvider<Journal> journal,
            Partners partners,
            PlaceAreas areas,
            RecordStore records,
            EventStore events,
            PaperStore papers,
            Drafts drafts) {
        this.journal = journal;
        this.partners = partners;
        this.areas = areas;
        this.records = records;
        this.events = events;
        this.papers = papers;
        this.drafts = drafts;
    }

    @Override
    public Instant inEffectFrom(OperationId operation) {
        return journal.getObject()
                .operation(operation)
                .map(Operation::inEffectFrom)
                .orElse(Instant.MIN);
    }

    @Override
    public boolean isAuthority(OperationId operation, PartnerId partner, LocalDate day) {
        return partners.holds(operation, partner, PartnerRole.AUTHORITY, day);
    }

    @Override
    public Optional<FootprintRule> broken(
            OperationId operation, PartnerId organisation, String place) {
        return partners.restricts(operation, organisation)
                ? partners.broken(operation, organisation, areas.areasOf(operation, place))
                : Optional.empty();
    }

    @Override
    public boolean isTaken(OperationId operation, PartnerId originator, Reference reference) {
        return records.isTaken(drafts.of(operation), new Draft.Given(originator, reference));
    }

    @Override
    public Optional<PartnerId> manifestOwner(OperationId operation, String manifest) {
        return papers.manifestOwner(drafts.of(operation), manifest);
    }

    @Override
    public boolean hasSaid(
            OperationId operation,
            PartnerId originator,
            String consignment,
            StatementId statement) {
        return events.hasSaid(drafts.of(operation), originator, consignment, statement);
    }
}
