package org.parley.hub.exchange;

import org.parley.hub.claims.TestClaims;
import org.parley.hub.journal.TestJournal;

/// An importer over a test journal.
public final class Importers {

    private Importers() {}

    public static Importer of(TestClaims hub) {
        return new Importer(hub.journal().journal(), hub.observations());
    }

    /// The same for boundaries.
    public static AreaImport areas(TestJournal journal) {
        return new AreaImport(journal.journal());
    }
}
