package org.parley.hub.claims;

import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.Verdict;
import org.springframework.stereotype.Component;

@Component
class VintageClosedKind implements StatementKind<VintageClosed> {

    private final VintageStore vintages;

    VintageClosedKind(VintageStore vintages) {
        this.vintages = vintages;
    }

    @Override
    public String type() {
        return "claims.vintage-closed";
    }

    @Override
    public Class<VintageClosed> body() {
        return VintageClosed.class;
    }

    @Override
    public Verdict decide(Said<VintageClosed> said) {
        var body = said.body();
        return Vintages.within(
                vintages.find(
                        said.operation(),
                        said.actor().organisation(),
                        body.source(),
                        body.vintage()),
                body.vintage(),
                said.label());
    }

    @Override
    public void apply(Entry<VintageClosed> entry) {
        vintages.close(entry);
    }
}
