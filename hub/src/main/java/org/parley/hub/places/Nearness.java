package org.parley.hub.places;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/// Metres on the ground as degrees, rounded up: what might be near counts as near.
final class Nearness {

    /// A degree of latitude, a little short, so that degrees come out a little long.
    private static final double METRES_A_DEGREE = 110_500;

    /// Beyond this latitude a degree of longitude is taken as at it; nobody draws finer there.
    private static final double HIGHEST = 85;

    private Nearness() {}

    /// So many metres in degrees, in whichever direction that is more at this latitude.
    static double degrees(@Nullable Integer metres, double latitude) {
        if (metres == null) {
            return 0;
        }
        double narrowed = Math.cos(Math.toRadians(Math.min(Math.abs(latitude), HIGHEST)));
        return metres / (METRES_A_DEGREE * narrowed);
    }

    /// The box around an outline, with its tolerance on all sides.
    static Envelope widened(Geometry outline, @Nullable Integer toleranceMetres) {
        var box = new Envelope(outline.getEnvelopeInternal());
        double highest = Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY()));
        box.expandBy(degrees(toleranceMetres, highest));
        return box;
    }
}
