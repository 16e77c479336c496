package org.parley.hub.claims;

import org.parley.hub.claims.DescriptionStore.Kept;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.StatementKind;
import org.springframework.stereotype.Component;

@Component
class SourceDescribedKind implements StatementKind<SourceDescribed> {

    private final DescriptionStore store;

    SourceDescribedKind(DescriptionStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return "claims.source-described";
    }

    @Override
    public Class<SourceDescribed> body() {
        return SourceDescribed.class;
    }

    @Override
    public void apply(Entry<SourceDescribed> entry) {
        store.save(Kept.SOURCE, entry.body().source(), entry);
    }
}
