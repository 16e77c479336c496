package org.parley.hub.places;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.names.Names;

/// What one originator says of a place, as it is kept. Not what a reader sees: views cut it.
///
/// @param area the area around it
/// @param position of a crossing; a site's is kept apart
record Described(
        What what,
        String place,
        @Nullable String kind,
        Names names,
        @Nullable String area,
        @Nullable Integer level,
        @Nullable String pcode,
        @Nullable String zone,
        @Nullable Map<String, String> codes,
        @Nullable List<String> stops,
        @Nullable Position position,
        @Nullable LocalDate until,
        @Nullable String source) {

    static Described of(AreaDescribed said) {
        return new Described(
                What.AREA,
                said.area(),
                said.kind(),
                said.names(),
                said.parent(),
                said.level(),
                said.pcode(),
                null,
                null,
                null,
                null,
                null,
                said.source());
    }

    static Described of(CrossingDescribed said) {
        return new Described(
                What.CROSSING,
                said.crossing(),
                said.kind(),
                said.names(),
                said.area(),
                null,
                null,
                said.zone(),
                said.codes(),
                null,
                said.position(),
                said.until(),
                said.source());
    }

    static Described of(SiteDescribed said) {
        return new Described(
                What.SITE,
                said.site(),
                said.kind(),
                said.names(),
                said.area(),
                null,
                null,
                null,
                null,
                null,
                null,
                said.until(),
                said.source());
    }

    static Described of(CorridorDescribed said) {
        return new Described(
                What.CORRIDOR,
                said.corridor(),
                null,
                said.names(),
                null,
                null,
                null,
                null,
                null,
                said.stops(),
                null,
                said.until(),
                said.source());
    }
}
