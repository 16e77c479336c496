package org.parley.hub.exchange.geojson;

import java.util.Map;
import org.locationtech.jts.geom.MultiPolygon;

/// One feature of a file.
///
/// @param number its place in the file, from 1
/// @param properties those that are texts or numbers, by name in lower case
public record Feature(int number, Map<String, String> properties, MultiPolygon shape) {}
