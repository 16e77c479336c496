package org.parley.hub.examples.exercise;

import java.util.ArrayList;
import java.util.List;
import org.parley.hub.examples.AreaShapes;
import org.parley.hub.examples.ExampleFiles;
import org.parley.hub.places.AreaDescribed;
import org.parley.hub.places.BoundaryDrawn;
import org.parley.hub.places.CorridorDescribed;
import org.parley.hub.places.CrossingDescribed;
import org.parley.hub.places.SiteDescribed;
import org.parley.hub.places.WorkingAreaDeclared;
import org.parley.kernel.audience.Audience;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.audience.Sensitivity;
import org.parley.kernel.id.PartnerId;

/// The places of the exercise, read from `places.yaml` and `areas.geojson`, as lines of the script.
final class Atlas {

    private static final String FILE = "places.yaml";
    private static final String SOURCE = "Exercise Juniper, invented";

    private Atlas() {}

    static List<Line<?>> read(ExampleFiles files) {
        var lines = new ArrayList<Line<?>>();
        var at = World.at(World.FIRST_DAY, 7, 0);
        for (var area : files.list(FILE, "areas", AreaDescribed.class)) {
            lines.add(Line.said(at, "area/" + area.area(), World.CENTER, area));
        }
        for (var boundary : boundaries(files)) {
            lines.add(
                    Line.said(
                            at.plusSeconds(1),
                            "boundary/" + boundary.area(),
                            World.CENTER,
                            boundary));
        }
        for (var crossing : files.list(FILE, "crossings", CrossingDescribed.class)) {
            lines.add(
                    Line.said(
                            at.plusSeconds(2),
                            "crossing/" + crossing.crossing(),
                            World.CENTER,
                            crossing));
        }
        for (var site : files.list(FILE, "sites", SiteDescribed.class)) {
            lines.add(
                    new Line<>(
                            at.plusSeconds(3),
                            at.plusSeconds(3),
                            "site/" + site.site(),
                            World.CENTER,
                            exact(),
                            site));
        }
        for (var corridor : files.list(FILE, "corridors", CorridorDescribed.class)) {
            lines.add(
                    Line.said(
                            at.plusSeconds(4),
                            "corridor/" + corridor.corridor(),
                            World.CENTER,
                            corridor));
        }
        for (var working : files.list(FILE, "working-areas", Working.class)) {
            lines.add(
                    Line.said(
                            at.plusSeconds(5),
                            "working-area/%s/%s".formatted(working.by(), working.says().area()),
                            working.by(),
                            working.says()));
        }
        return lines;
    }

    record Working(PartnerId by, WorkingAreaDeclared says) {}

    /// In an exercise nothing is at risk: everybody may see where the sites are.
    private static Label exact() {
        return new Label(
                World.CENTER,
                List.of(new Audience.Operation(FieldClass.EXACT)),
                Sensitivity.MODERATE);
    }

    private static List<BoundaryDrawn> boundaries(ExampleFiles files) {
        return AreaShapes.read(files.text("areas.geojson")).stream()
                .map(
                        shape ->
                                new BoundaryDrawn(
                                        shape.text("area"),
                                        World.FIRST_DAY,
                                        SOURCE,
                                        null,
                                        null,
                                        shape.outline()))
                .toList();
    }
}
