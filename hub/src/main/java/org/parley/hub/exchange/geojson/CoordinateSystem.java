package org.parley.hub.exchange.geojson;

import java.util.Map;
import java.util.regex.Pattern;
import org.parley.hub.exchange.tabular.Unreadable;
import tools.jackson.databind.JsonNode;

/// The old `crs` member: only degrees of WGS 84, longitude first, are taken. A file without it is
/// in these anyway (RFC 7946).
final class CoordinateSystem {

    private static final Pattern WGS_84 =
            Pattern.compile("(?i)(urn:ogc:def:crs:)?(OGC:(1\\.3:)?:?CRS84|EPSG::?4326)");

    private CoordinateSystem() {}

    static void check(JsonNode crs) {
        if (crs.isNull()) {
            return;
        }
        var name = crs.path("properties").path("name").asString("");
        if (!WGS_84.matcher(name).matches()) {
            throw new Unreadable("exchange.areas-crs", Map.of("crs", name));
        }
    }
}
