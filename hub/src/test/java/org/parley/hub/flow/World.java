package org.parley.hub.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.hub.partners.FootprintRule;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;

/// What surrounds the decisions of a test.
record World(@Nullable Log log) implements Surroundings {

    /// What was said.
    record Log(RecordStore records, EventStore events, PaperStore papers, Drafts drafts) {}

    static final Instant IN_EFFECT = Instant.parse("2031-04-04T00:00:00Z");
    static final Set<String> AUTHORITIES = Set.of("authority", "customs");
    private static final Set<String> KNOWN = Set.of("port", "depot", "gate-north", "hall");

    @Override
    public Instant inEffectFrom(OperationId operation) {
        return IN_EFFECT;
    }

    @Override
    public boolean isAuthority(OperationId operation, PartnerId partner, LocalDate day) {
        return AUTHORITIES.contains(partner.value());
    }

    @Override
    public Optional<FootprintRule> broken(
            OperationId operation, PartnerId organisation, String place) {
        return organisation.value().equals("center") && !KNOWN.contains(place)
                ? Optional.of(new FootprintRule("none-inside", organisation, null, "zone-3", null))
                : Optional.empty();
    }

    @Override
    public boolean isTaken(OperationId operation, PartnerId originator, Reference reference) {
        return log != null
                && log.records.isTaken(
                        log.drafts.of(operation), new Draft.Given(originator, reference));
    }

    @Override
    public Optional<PartnerId> manifestOwner(OperationId operation, String manifest) {
        return log == null
                ? Optional.empty()
                : log.papers.manifestOwner(log.drafts.of(operation), manifest);
    }

    @Override
    public boolean hasSaid(
            OperationId operation,
            PartnerId originator,
            String consignment,
            StatementId statement) {
        return log != null
                && log.events.hasSaid(log.drafts.of(operation), originator, consignment, statement);
    }
}
