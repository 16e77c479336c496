package org.parley.hub.partners;

import org.parley.hub.access.Coordinators;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.Verdict;
import org.springframework.stereotype.Component;

/// What can be said about partners. All of it is recorded, and who may say it is told by who said
/// it; only what holds for others, groups and footprint rules, is for coordinators to set.
final class PartnerKinds {

    private PartnerKinds() {}

    @Component
    static final class Organisations implements StatementKind<OrganisationDescribed> {

        private final PartnerStore store;

        Organisations(PartnerStore store) {
            this.store = store;
        }

        @Override
        public String type() {
            return "partners.organisation-described";
        }

        @Override
        public Class<OrganisationDescribed> body() {
            return OrganisationDescribed.class;
        }

        @Override
        public void apply(Entry<OrganisationDescribed> entry) {
            store.add(entry);
        }
    }

    @Component
    static final class Roles implements StatementKind<RoleHeld> {

        private final PartnerStore store;

        Roles(PartnerStore store) {
            this.store = store;
        }

        @Override
        public String type() {
            return "partners.role-held";
        }

        @Override
        public Class<RoleHeld> body() {
            return RoleHeld.class;
        }

        @Override
        public void apply(Entry<RoleHeld> entry) {
            store.addRole(entry);
        }
    }

    @Component
    static final class Registrations implements StatementKind<RegistrationReported> {

        private final SeatStore store;

        Registrations(SeatStore store) {
            this.store = store;
        }

        @Override
        public String type() {
            return "partners.registration-reported";
        }

        @Override
        public Class<RegistrationReported> body() {
            return RegistrationReported.class;
        }

        @Override
        public void apply(Entry<RegistrationReported> entry) {
            store.addRegistration(entry);
        }
    }

    @Component
    static final class Seats implements StatementKind<SeatReported> {

        private final SeatStore store;

        Seats(SeatStore store) {
            this.store = store;
        }

        @Override
        public String type() {
            return "partners.seat-reported";
        }

        @Override
        public Class<SeatReported> body() {
            return SeatReported.class;
        }

        @Override
        public void apply(Entry<SeatReported> entry) {
            store.addSeat(entry);
        }
    }

    @Component
    static final class Groups implements StatementKind<GroupDescribed> {

        private final GroupStore store;
        private final Coordinators coordinators;

        Groups(GroupStore store, Coordinators coordinators) {
            this.store = store;
            this.coordinators = coordinators;
        }

        @Override
        public String type() {
            return "partners.group-described";
        }

        @Override
        public Class<GroupDescribed> body() {
            return GroupDescribed.class;
        }

        @Override
        public Verdict decide(Said<GroupDescribed> said) {
            return coordinators.decide(said);
        }

        @Override
        public void apply(Entry<GroupDescribed> entry) {
            store.addGroup(entry);
        }
    }

    @Component
    static final class FootprintRules implements StatementKind<FootprintRuleSet> {

        private final GroupStore store;
        private final Coordinators coordinators;

        FootprintRules(GroupStore store, Coordinators coordinators) {
            this.store = store;
            this.coordinators = coordinators;
        }

        @Override
        public String type() {
            return "partners.footprint-rule-set";
        }

        @Override
        public Class<FootprintRuleSet> body() {
            return FootprintRuleSet.class;
        }

        @Override
        public Verdict decide(Said<FootprintRuleSet> said) {
            return coordinators.decide(said);
        }

        @Override
        public void apply(Entry<FootprintRuleSet> entry) {
            store.setRule(entry);
        }
    }
}
