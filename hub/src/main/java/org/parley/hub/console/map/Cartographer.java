package org.parley.hub.console.map;

import static org.parley.hub.console.map.Frame.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/// Draws a [Subject]: chooses the window, the background that is honest at that scale, and room for
/// the names.
public final class Cartographer {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 620;
    // Times the window around it that is drawn too: a tall or wide screen shows more than the
    // window.
    private static final double BEYOND = 1;

    /// How many times smaller a map may be drawn than would fit, so that it can have outlines.
    private static final double STEP_BACK = 3;

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final BaseMap base;

    public Cartographer(BaseMap base) {
        this.base = base;
    }

    /// Empty when nothing of the subject has a place on the earth.
    public Optional<Drawing> draw(Subject subject) {
        var seen = extent(subject);
        if (seen.isNull()) {
            return Optional.empty();
        }
        var close = Frame.around(seen, WIDTH, HEIGHT, 0.24);
        boolean inRegion = base.reaches(seen);
        boolean outlined = inRegion && close.scale() <= BaseMap.CLOSEST * STEP_BACK;
        var frame = outlined ? close.noCloserThan(BaseMap.CLOSEST) : close;
        var backdrop = outlined ? base.land() : backdrop(subject);
        var labels = new Labels(WIDTH, HEIGHT);
        var sites = place(subject.sites(), frame, labels);
        return Optional.of(
                new Drawing(
                        WIDTH,
                        HEIGHT,
                        frame.path(backdrop, BEYOND),
                        outlined ? frame.path(base.lakes(), BEYOND) : "",
                        outlined ? frame.path(base.settled(), BEYOND) : "",
                        outlined ? frame.path(base.unsettled(), BEYOND) : "",
                        backdrop.isEmpty() ? grid(frame) : "",
                        named(subject).stream()
                                .map(
                                        a ->
                                                new Drawing.Shape(
                                                        a.name(), frame.path(a.shape(), BEYOND)))
                                .toList(),
                        subject.ways().stream()
                                .map(w -> new Drawing.Shape(w.name(), frame.path(w.line(), BEYOND)))
                                .toList(),
                        sites,
                        areaNames(named(subject), frame, labels),
                        inRegion && !outlined ? Optional.of(locator(frame)) : Optional.empty(),
                        scaleBar(frame, seen)));
    }

    private static Envelope extent(Subject subject) {
        var seen = new Envelope();
        named(subject).forEach(area -> seen.expandToInclude(area.shape().getEnvelopeInternal()));
        subject.sites().forEach(site -> seen.expandToInclude(site.longitude(), site.latitude()));
        return seen;
    }

    private static List<Subject.Area> named(Subject subject) {
        return subject.areas().stream().filter(area -> !area.land()).toList();
    }

    private static Geometry backdrop(Subject subject) {
        return SHAPES.buildGeometry(
                subject.areas().stream()
                        .filter(Subject.Area::land)
                        .map(Subject.Area::shape)
                        .toList());
    }

    private static List<Drawing.Placed> place(
            List<Subject.Site> sites, Frame frame, Labels labels) {
        for (var site : sites) {
            double x = frame.x(site.longitude());
            double y = frame.y(site.latitude());
            labels.block(x - 15, y - 22, x + 22, y + 15);
        }
        var placed = new ArrayList<Drawing.Placed>();
        for (var site : sites) {
            double x = frame.x(site.longitude());
            double y = frame.y(site.latitude());
            var lines = new ArrayList<Drawing.Name>();
            var spot =
                    labels.place(x, y, site.name(), site.note())
                            .map(s -> new Spotted(s, site.note()))
                            .or(
                                    () ->
                                            labels.place(x, y, site.name(), "")
                                                    .map(s -> new Spotted(s, "")));
            spot.ifPresent(
                    s -> {
                        boolean two = !s.note().isEmpty();
                        lines.add(name(site.name(), s.at(), two ? -1 : 0));
                        if (two) {
                            lines.add(name(s.note(), s.at(), 13));
                        }
                    });
            placed.add(new Drawing.Placed(site, number(x), number(y), lines));
        }
        return placed;
    }

    private record Spotted(Labels.Spot at, String note) {}

    private static List<Drawing.Name> areaNames(
            List<Subject.Area> areas, Frame frame, Labels labels) {
        var names = new ArrayList<Drawing.Name>();
        for (var area : areas) {
            var middle = area.shape().getInteriorPoint();
            if (!area.name().isEmpty() && !middle.isEmpty()) {
                double x = frame.x(middle.getX());
                double y = frame.y(middle.getY());
                labels.place(x, y - 5, area.name(), "")
                        .ifPresent(spot -> names.add(name(area.name(), spot, 0)));
            }
        }
        return names;
    }

    /// In text that runs from right to left, the start is at the right.
    private static Drawing.Name name(String text, Labels.Spot at, double down) {
        boolean rightToLeft = Scripts.rightToLeft(text);
        var anchor =
                switch (at.anchor()) {
                    case "start" -> rightToLeft ? "end" : "start";
                    case "end" -> rightToLeft ? "start" : "end";
                    default -> "middle";
                };
        return new Drawing.Name(text, number(at.x()), number(at.y() + down), anchor, rightToLeft);
    }

    private static String grid(Frame frame) {
        var seen = frame.seen(BEYOND);
        double step = step(seen.getWidth());
        var out = new StringBuilder();
        for (double x = Math.ceil(seen.getMinX() / step) * step; x < seen.getMaxX(); x += step) {
            out.append("M").append(number(frame.x(x))).append(" -400V1100");
        }
        for (double y = Math.ceil(seen.getMinY() / step) * step; y < seen.getMaxY(); y += step) {
            out.append("M-700 ").append(number(frame.y(y))).append("H1700");
        }
        return out.toString();
    }

    private static double step(double width) {
        for (double step : new double[] {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2}) {
            if (width / step < 18) {
                return step;
            }
        }
        return 5;
    }

    private Drawing.Locator locator(Frame frame) {
        var window = frame.seen(0);
        var wide = new Envelope(window);
        wide.expandBy(1.4, 1.1);
        var region = Frame.around(wide, 180, 150, 0);
        return new Drawing.Locator(
                region.path(base.land(), 0),
                region.path(base.unsettled(), 0) + region.path(base.settled(), 0),
                number(region.x(window.getMinX())),
                number(region.y(window.getMaxY())),
                number(Math.max(6, region.x(window.getMaxX()) - region.x(window.getMinX()))),
                number(Math.max(6, region.y(window.getMinY()) - region.y(window.getMaxY()))));
    }

    private static Drawing.ScaleBar scaleBar(Frame frame, Envelope seen) {
        double perKilometre = frame.scale() / (111.32 * Math.cos(Math.toRadians(seen.centre().y)));
        for (int kilometres : new int[] {1, 2, 5, 10, 20, 50, 100, 200}) {
            if (kilometres * perKilometre >= 60) {
                return new Drawing.ScaleBar(number(kilometres * perKilometre), kilometres);
            }
        }
        return new Drawing.ScaleBar(number(500 * perKilometre), 500);
    }
}
