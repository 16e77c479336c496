package org.parley.hub.claims;

import java.util.Map;
import org.parley.hub.claims.DescriptionStore.Kept;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.Verdict;
import org.springframework.stereotype.Component;

@Component
class VintageOpenedKind implements StatementKind<VintageOpened> {

    private final VintageStore vintages;
    private final DescriptionStore descriptions;

    VintageOpenedKind(VintageStore vintages, DescriptionStore descriptions) {
        this.vintages = vintages;
        this.descriptions = descriptions;
    }

    @Override
    public String type() {
        return "claims.vintage-opened";
    }

    @Override
    public Class<VintageOpened> body() {
        return VintageOpened.class;
    }

    @Override
    public Verdict decide(Said<VintageOpened> said) {
        var source = said.body().source();
        if (!descriptions.exists(Kept.SOURCE, said.operation(), source)) {
            return Verdict.refused("claims.source-unknown", Map.of("source", source));
        }
        return Vintages.open(
                vintages.current(said.operation(), said.actor().organisation(), source),
                said.body(),
                said.label());
    }

    @Override
    public void apply(Entry<VintageOpened> entry) {
        vintages.open(entry);
    }
}
