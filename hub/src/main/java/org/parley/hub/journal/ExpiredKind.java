package org.parley.hub.journal;

import java.util.Optional;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.statement.Assurance;

/// The hub's own tombstone over fields whose time is over. [Erasure] carries it out once its
/// checkpoint is published.
public final class ExpiredKind implements StatementKind<Expired> {

    static final String TYPE = "journal.expired";

    /// Who says it. No account is called so: the colon is in no account's id.
    public static final Actor HUB =
            new Actor(new PartnerId("hub"), "hub:retention", "hub", Assurance.HUB_ATTESTED);

    private final ExpiredStore store;
    private final Optional<Keepsakes> keepsakes;

    ExpiredKind(ExpiredStore store, Optional<Keepsakes> keepsakes) {
        this.store = store;
        this.keepsakes = keepsakes;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Expired> body() {
        return Expired.class;
    }

    /// Nobody learns from it which statements there were; their readers are told at each of them.
    @Override
    public Label usualLabel(PartnerId originator, Expired body) {
        return Label.ownOnly(originator);
    }

    @Override
    public Verdict decide(Said<Expired> said) {
        return said.actor().equals(HUB)
                ? keptNow(said).<Verdict>map(Verdict.Refused::new).orElseGet(Verdict::accepted)
                : Verdict.refused("journal.expiry-is-the-hubs");
    }

    /// A hold may have been placed since the hub looked.
    private Optional<Refusal> keptNow(Said<Expired> said) {
        return keepsakes.flatMap(
                kept ->
                        said.body().statements().stream()
                                .flatMap(
                                        one ->
                                                kept
                                                        .stays(
                                                                said.operation(),
                                                                one.originator(),
                                                                one.statement(),
                                                                "")
                                                        .stream())
                                .findFirst());
    }

    @Override
    public void apply(Entry<Expired> entry) {
        store.add(entry);
    }
}
