/// Outlines of areas as GeoJSON (RFC 7946), with the columns of the common operational datasets on
/// administrative boundaries (COD-AB).
@NullMarked
package org.parley.hub.exchange.geojson;

import org.jspecify.annotations.NullMarked;
