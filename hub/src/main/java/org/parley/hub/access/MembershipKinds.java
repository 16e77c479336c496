package org.parley.hub.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.Verdict;
import org.springframework.stereotype.Component;

/// The statements on membership.
final class MembershipKinds {

    private MembershipKinds() {}

    private static String group(@Nullable String named) {
        return named == null ? MembershipStore.OPERATION : named;
    }

    @Component
    static final class Began implements StatementKind<MembershipBegan> {

        private final MembershipStore store;
        private final Coordinators coordinators;

        Began(MembershipStore store, Coordinators coordinators) {
            this.store = store;
            this.coordinators = coordinators;
        }

        @Override
        public String type() {
            return "access.membership-began";
        }

        @Override
        public Class<MembershipBegan> body() {
            return MembershipBegan.class;
        }

        @Override
        public Verdict decide(Said<MembershipBegan> said) {
            return coordinators.decide(said);
        }

        @Override
        public void apply(Entry<MembershipBegan> entry) {
            store.add(entry, group(entry.body().group()), entry.body().organisation());
        }
    }

    @Component
    static final class Ended implements StatementKind<MembershipEnded> {

        private final MembershipStore store;
        private final Coordinators coordinators;

        Ended(MembershipStore store, Coordinators coordinators) {
            this.store = store;
            this.coordinators = coordinators;
        }

        @Override
        public String type() {
            return "access.membership-ended";
        }

        @Override
        public Class<MembershipEnded> body() {
            return MembershipEnded.class;
        }

        @Override
        public Verdict decide(Said<MembershipEnded> said) {
            var body = said.body();
            return store.isMember(said.operation(), group(body.group()), body.organisation())
                    ? coordinators.decide(said)
                    : Verdict.refused(
                            "access.not-a-member",
                            Map.of("organisation", body.organisation().value()));
        }

        @Override
        public void apply(Entry<MembershipEnded> entry) {
            store.end(entry, group(entry.body().group()), entry.body().organisation());
        }
    }
}
