package org.parley.hub.access;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.StatementKinds;
import org.parley.hub.journal.Verdict;
import org.springframework.stereotype.Component;

/// What can be said about membership. It holds for others, so it is for coordinators to say.
@Component
class MembershipKinds implements StatementKinds {

    private final MembershipStore store;
    private final Coordinators coordinators;
    private final Known known;

    MembershipKinds(MembershipStore store, Coordinators coordinators, Known known) {
        this.store = store;
        this.coordinators = coordinators;
        this.known = known;
    }

    @Override
    public List<StatementKind<?>> kinds() {
        return List.of(
                StatementKind.of(
                        "access.membership-began",
                        MembershipBegan.class,
                        coordinators::decide,
                        this::begin),
                StatementKind.of(
                        "access.membership-ended",
                        MembershipEnded.class,
                        this::decideEnd,
                        this::end));
    }

    private void begin(Entry<MembershipBegan> entry) {
        store.add(entry, group(entry.body().group()), entry.body().organisation());
        known.changed();
    }

    private Verdict decideEnd(Said<MembershipEnded> said) {
        var body = said.body();
        return store.isMember(said.operation(), group(body.group()), body.organisation())
                ? coordinators.decide(said)
                : Verdict.refused(
                        "access.not-a-member", Map.of("organisation", body.organisation().value()));
    }

    private void end(Entry<MembershipEnded> entry) {
        store.end(entry, group(entry.body().group()), entry.body().organisation());
        known.changed();
    }

    private static String group(@Nullable String named) {
        return named == null ? MembershipStore.OPERATION : named;
    }
}
