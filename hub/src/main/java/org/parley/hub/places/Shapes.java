package org.parley.hub.places;

import java.util.LinkedHashMap;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.springframework.stereotype.Component;

/// Outlines made ready for asking whether a point lies in them, by the hash of what they are made
/// of: a boundary never changes under its hash, so this can never be stale, whatever the writer
/// rolls back. The least used go when it holds more than [#MOST] positions.
@Component
class Shapes {

    static final int MOST = 1_000_000;

    private static final GeometryFactory POINTS = new GeometryFactory();

    private final LinkedHashMap<String, PreparedGeometry> byHash =
            new LinkedHashMap<>(64, 0.75f, true);
    private int positions;

    PreparedGeometry get(String hash, Function<String, Outline> read) {
        synchronized (byHash) {
            var known = byHash.get(hash);
            if (known != null) {
                return known;
            }
        }
        var made = PreparedGeometryFactory.prepare(read.apply(hash).geometry());
        synchronized (byHash) {
            if (byHash.put(hash, made) == null) {
                positions += made.getGeometry().getNumPoints();
            }
            var oldest = byHash.entrySet().iterator();
            while (positions > MOST && byHash.size() > 1) {
                positions -= oldest.next().getValue().getGeometry().getNumPoints();
                oldest.remove();
            }
        }
        return made;
    }

    /// Whether the point lies in the outline, on its line, or no further outside than `reach`
    /// degrees.
    static boolean holds(PreparedGeometry outline, Position at, double reach) {
        Geometry point = POINTS.createPoint(new Coordinate(at.longitude(), at.latitude()));
        return outline.covers(point)
                || (reach > 0 && outline.getGeometry().isWithinDistance(point, reach));
    }
}
