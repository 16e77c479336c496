package org.parley.hub.places;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.TextForm;
import org.parley.kernel.names.Names;

/// Somebody says that there is a crossing: a point where goods or people pass from one side to
/// another. Where it lies is public geography.
///
/// @param kind for example `land`, `sea`, `air` or `internal`
/// @param area the area that it leads into
/// @param zone the time zone that its hours are said in, for example `Africa/Nairobi`
/// @param codes codes by scheme, such as `unlocode`
/// @param until the last day it was one; null while it goes on
public record CrossingDescribed(
        @Classed(HEADER) String crossing,
        @Classed(HEADER) String kind,
        @Classed(HEADER) Names names,
        @Classed(COARSE) @Nullable String area,
        @Classed(HEADER) @Nullable String zone,
        @Classed(HEADER) @Nullable Map<String, String> codes,
        @Classed(OPERATIONAL) @Nullable Position position,
        @Classed(HEADER) @Nullable LocalDate until,
        @Classed(HEADER) @Nullable String source)
        implements Body {

    private static final int MOST_CODES = 20;

    public CrossingDescribed {
        TextForm.SLUG.required("crossing", crossing);
        TextForm.SLUG.required("kind", kind);
        Checked.given("names", names);
        TextForm.SLUG.optional("area", area);
        Checked.optionalText("source", source, 500);
        if (zone != null) {
            checkZone(zone);
        }
        codes = codes == null ? null : checked(codes);
    }

    private static void checkZone(String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new InvalidValue(
                    "zone",
                    "value.time-zone",
                    "must be a time zone such as Africa/Nairobi, was '{was}'",
                    zone);
        }
    }

    private static Map<String, String> checked(Map<String, String> codes) {
        if (codes.size() > MOST_CODES) {
            throw new InvalidValue(
                    "codes", "value.most-entries", "must have at most {most} entries", MOST_CODES);
        }
        codes.forEach(
                (scheme, code) -> {
                    TextForm.SLUG.required("codes", scheme);
                    Checked.text("codes." + scheme, code, 64);
                });
        return new TreeMap<>(codes);
    }

    @Override
    public String subject() {
        return "crossing/" + crossing;
    }
}
