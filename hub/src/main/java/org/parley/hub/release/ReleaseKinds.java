package org.parley.hub.release;

import java.util.List;
import org.parley.hub.journal.OwnStatements;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.StatementKinds;
import org.springframework.stereotype.Component;

/// What can be said about who holds what.
@Component
class ReleaseKinds implements StatementKinds {

    private final OwnStatements own;
    private final Holders holders;
    private final RecallStore recalls;

    ReleaseKinds(OwnStatements own, Holders holders, RecallStore recalls) {
        this.own = own;
        this.holders = holders;
        this.recalls = recalls;
    }

    @Override
    public List<StatementKind<?>> kinds() {
        return List.of(new RecallKind(own, holders, recalls), new RecallKind.Answered(recalls));
    }
}
