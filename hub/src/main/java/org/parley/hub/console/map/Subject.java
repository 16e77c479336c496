package org.parley.hub.console.map;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.parley.hub.console.Icon;
import org.parley.hub.console.Mark;

/// What a map is to show, in degrees.
public record Subject(List<Area> areas, List<Way> ways, List<Site> sites) {

    /// An area of the operation with its name for this reader.
    ///
    /// @param land whether it is a backdrop (a coast) rather than an area with a name to read
    public record Area(String name, Geometry shape, boolean land) {}

    /// A corridor.
    public record Way(String name, Geometry line) {}

    /// A crossing or another site, with its state as shape and word.
    public record Site(
            String name,
            String note,
            Icon icon,
            Mark mark,
            String word,
            double longitude,
            double latitude,
            String link) {}
}
