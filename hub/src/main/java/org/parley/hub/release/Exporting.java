package org.parley.hub.release;

import java.util.Map;
import org.parley.hub.api.Asked;
import org.parley.hub.api.NotAllowed;
import org.parley.hub.journal.Clocks;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Refusal;
import org.springframework.stereotype.Service;

/// Large exports leave when two people of the organisation agreed to it (trust.md 2.2).
@Service
public class Exporting {

    /// So many records may one person take out in one file.
    public static final int MOST_ALONE = 100;

    private final ExportStore store;
    private final Journal journal;
    private final Clocks clocks;
    private final Patience patience;

    Exporting(ExportStore store, Journal journal, Clocks clocks, Patience patience) {
        this.store = store;
        this.journal = journal;
        this.clocks = clocks;
        this.patience = patience;
    }

    /// @param what the export, the same whenever it is asked for
    /// @throws NotAllowed when it is large and nobody else agreed
    public void demand(Asked asked, String what, long records) {
        if (records <= MOST_ALONE) {
            return;
        }
        var operation = asked.cut().operation();
        var since = clocks.now(operation).minus(patience.toDraw(operation));
        if (!store.isDrawn(asked.sight(), journal.now(operation), what, since)) {
            throw new NotAllowed(
                    new Refusal(
                            "release.export-needs-two",
                            Map.of("what", what, "records", records, "most", MOST_ALONE)));
        }
    }
}
