package org.parley.hub.partners;

import java.util.List;
import org.parley.hub.access.Coordinators;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.StatementKinds;
import org.springframework.stereotype.Component;

/// What can be said about partners. All of it is recorded, and who may say it is told by who said
/// it; only what holds for others, groups and footprint rules, is for coordinators to set.
@Component
class PartnerKinds implements StatementKinds {

    private final PartnerStore partners;
    private final SeatStore seats;
    private final GroupStore groups;
    private final Coordinators coordinators;

    PartnerKinds(
            PartnerStore partners, SeatStore seats, GroupStore groups, Coordinators coordinators) {
        this.partners = partners;
        this.seats = seats;
        this.groups = groups;
        this.coordinators = coordinators;
    }

    @Override
    public List<StatementKind<?>> kinds() {
        return List.of(
                StatementKind.of(
                        "partners.organisation-described",
                        OrganisationDescribed.class,
                        partners::add),
                StatementKind.of("partners.role-held", RoleHeld.class, partners::addRole),
                StatementKind.of(
                        "partners.registration-reported",
                        RegistrationReported.class,
                        seats::addRegistration),
                StatementKind.together(
                        "partners.seat-reported", SeatReported.class, seats::addSeats),
                StatementKind.of(
                        "partners.group-described",
                        GroupDescribed.class,
                        coordinators::decide,
                        groups::addGroup),
                StatementKind.of(
                        "partners.footprint-rule-set",
                        FootprintRuleSet.class,
                        coordinators::decide,
                        groups::setRule));
    }
}
