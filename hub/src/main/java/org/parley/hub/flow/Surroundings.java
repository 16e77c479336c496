package org.parley.hub.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.parley.hub.partners.FootprintRule;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;

/// What decisions need to know besides the consignments themselves.
interface Surroundings {

    /// When the agreement took effect.
    Instant inEffectFrom(OperationId operation);

    /// Whether the organisation holds the role of an authority on that day.
    boolean isAuthority(OperationId operation, PartnerId partner, LocalDate day);

    /// The footprint rule that forbids the organisation the place; fails closed.
    Optional<FootprintRule> broken(OperationId operation, PartnerId organisation, String place);

    boolean isTaken(OperationId operation, PartnerId originator, Reference reference);

    Optional<PartnerId> manifestOwner(OperationId operation, String manifest);

    /// Whether the originator said that of the consignment and has not replaced it since.
    boolean hasSaid(
            OperationId operation, PartnerId originator, String consignment, StatementId statement);
}
