package org.parley.hub.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.parley.hub.claims.TestClaims;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.TestJournal;
import org.parley.kernel.id.PartnerId;

/// Importers over a test journal.
public final class Importers {

    private Importers() {}

    public static Importer of(TestClaims hub) {
        return new Importer(hub.journal().journal(), hub.observations());
    }

    /// Takes a list of trucks that the agency got on 4 May 2031.
    ///
    /// @param folder where the file and its problems are written
    public static void takeTrucks(TestClaims hub, Path folder, String csv) throws IOException {
        of(hub).run(
                        new ImportRequest(
                                TestJournal.OPERATION,
                                Actor.signedIn(new PartnerId("agency"), "desk"),
                                Files.writeString(folder.resolve("list.csv"), csv),
                                "list.csv",
                                Mappings.find("unrwa-trucks").orElseThrow(),
                                Optional.of(LocalDate.of(2031, 5, 4)),
                                Optional.empty(),
                                Completeness.UNSTATED,
                                false,
                                folder.resolve("problems.csv")),
                        _ -> {});
    }

    /// The same for boundaries.
    public static AreaImport areas(TestJournal journal) {
        return new AreaImport(journal.journal());
    }
}
