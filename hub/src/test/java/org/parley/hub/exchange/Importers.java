package org.parley.hub.exchange;

import org.parley.hub.claims.TestClaims;

/// An importer over a test journal.
public final class Importers {

    private Importers() {}

    public static Importer of(TestClaims hub) {
        return new Importer(hub.journal().journal(), hub.observations());
    }
}
