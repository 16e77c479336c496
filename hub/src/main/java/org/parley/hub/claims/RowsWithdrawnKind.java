package org.parley.hub.claims;

import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.Verdict;
import org.springframework.stereotype.Component;

@Component
class RowsWithdrawnKind implements StatementKind<RowsWithdrawn> {

    private final VintageStore vintages;
    private final ObservationStore rows;

    RowsWithdrawnKind(VintageStore vintages, ObservationStore rows) {
        this.vintages = vintages;
        this.rows = rows;
    }

    @Override
    public String type() {
        return "claims.rows-withdrawn";
    }

    @Override
    public Class<RowsWithdrawn> body() {
        return RowsWithdrawn.class;
    }

    @Override
    public Verdict decide(Said<RowsWithdrawn> said) {
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
    public void apply(Entry<RowsWithdrawn> entry) {
        rows.withdraw(entry);
    }
}
