package org.parley.hub.claims;

import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.Verdict;
import org.springframework.stereotype.Component;

@Component
class RowsObservedKind implements StatementKind<RowsObserved> {

    private final VintageStore vintages;
    private final ObservationStore rows;

    RowsObservedKind(VintageStore vintages, ObservationStore rows) {
        this.vintages = vintages;
        this.rows = rows;
    }

    @Override
    public String type() {
        return "claims.rows-observed";
    }

    @Override
    public Class<RowsObserved> body() {
        return RowsObserved.class;
    }

    @Override
    public Verdict decide(Said<RowsObserved> said) {
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
    public void apply(Entry<RowsObserved> entry) {
        rows.add(entry);
    }
}
