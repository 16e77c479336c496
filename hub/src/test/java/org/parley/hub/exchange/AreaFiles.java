package org.parley.hub.exchange;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.parley.hub.journal.Actor;
import org.parley.hub.places.TestPlaces;

/// Small files of boundaries, and asking for them to be taken.
final class AreaFiles {

    static final LocalDate SURVEYED = LocalDate.of(2031, 2, 1);

    private AreaFiles() {}

    static AreaImportRequest request(Optional<LocalDate> validFrom, int simplify, boolean dryRun) {
        return new AreaImportRequest(
                TestPlaces.OPERATION,
                Actor.signedIn(TestPlaces.NORTH, "desk"),
                Optional.empty(),
                Optional.empty(),
                validFrom,
                simplify,
                dryRun);
    }

    static ByteArrayInputStream stream(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }

    static String file(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    static String feature(String pcode, String rings) {
        return """
        {"type":"Feature","properties":{"adm1_pcode":"%s","adm1_name":"Place"},
        "geometry":{"type":"Polygon","coordinates":%s}}"""
                .formatted(pcode, rings);
    }
}
