package org.parley.hub.claims;

import org.parley.hub.claims.DescriptionStore.Kept;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.StatementKind;
import org.springframework.stereotype.Component;

@Component
class RuleDescribedKind implements StatementKind<RuleDescribed> {

    private final DescriptionStore store;

    RuleDescribedKind(DescriptionStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return "claims.rule-described";
    }

    @Override
    public Class<RuleDescribed> body() {
        return RuleDescribed.class;
    }

    @Override
    public void apply(Entry<RuleDescribed> entry) {
        store.save(Kept.RULE, entry.body().rule(), entry);
    }
}
