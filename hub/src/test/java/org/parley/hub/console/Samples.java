package org.parley.hub.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.parley.hub.console.map.BaseMap;
import org.parley.hub.console.map.Cartographer;
import org.parley.hub.console.map.Subject;

/// Every page with invented facts, in one language and theme.
final class Samples {

    static final Instant NOW = Instant.parse("2031-11-23T12:32:00Z");

    private static final Phrases PHRASES = Phrases.load();
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final Cartographer CARTOGRAPHER = new Cartographer(BaseMap.shipped());

    private final Words words;
    private final Theme theme;

    Samples(Language language, Theme theme) {
        this.words = new Words(language, ZoneOffset.ofHours(2), PHRASES);
        this.theme = theme;
    }

    /// All pages by name.
    Map<String, Page> all() {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("sign-in", signIn());
        pages.put("operations", operations());
        pages.put("error", error());
        pages.put("picture", picture(true));
        pages.put("picture-past", picture(false));
        pages.put("picture-region", pictureOfRegion());
        pages.putAll(new MoreSamples(this).all());
        return pages;
    }

    Words words() {
        return words;
    }

    Shell shell(String title, Optional<Section> section, boolean live, String path) {
        var juniper =
                new Shell.Head(
                        "exercise", name("Juniper", "العرعر", "ערער"), true, Optional.of(12L));
        var other = new Shell.Head("gaza-2025", "Gaza 2025", false, Optional.of(44L));
        return new Shell(
                words,
                theme,
                title,
                section,
                Optional.of(juniper),
                List.of(juniper, other),
                Optional.of(
                        new Shell.Viewer(
                                name("Watch officer", "ضابط مناوبة", "קצין תורן"), "Org K")),
                new Shell.Moment(
                        live ? NOW : NOW.minus(Duration.ofHours(5)),
                        NOW,
                        1204,
                        live ? "" : NOW.minus(Duration.ofHours(5)).toString()),
                "/o/exercise" + path,
                new Shell.Token("_csrf", "sample"));
    }

    Shell outside(String title) {
        return new Shell(
                words,
                theme,
                title,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                new Shell.Moment(NOW, NOW, 0, ""),
                "/sign-in",
                new Shell.Token("_csrf", "sample"));
    }

    private Page signIn() {
        return new SignInPage(
                outside(words.say("sign-in.title")),
                "/sign-in",
                "",
                Optional.of(words.find("refusal.signin.not-proved").orElse("")),
                "{}",
                Optional.empty(),
                List.of(
                        new SignInPage.Demo(
                                "watch",
                                name("Watch officer", "ضابط مناوبة", "קצין תורן"),
                                "Host",
                                words.say("role.coordinator")),
                        new SignInPage.Demo(
                                "logistics",
                                name("Logistician", "لوجستي", "לוגיסטיקאי"),
                                "Org K",
                                words.say("role.contributor"))),
                List.of(Link.to("North Aid", "/sign-in/provider/north")));
    }

    private Page operations() {
        var shell = shell("Operations", Optional.empty(), true, "");
        return new OperationsPage(
                outside(words.say("operations.title")),
                shell.operations().stream().map(h -> new OperationsPage.Row(h, 12_044)).toList());
    }

    private Page error() {
        return new ErrorPage(
                outside(words.say("error.not-found")),
                404,
                "not-found",
                List.of(),
                Optional.of("7f3a"));
    }

    Page picture(boolean live) {
        var shell = shell(words.say("picture.title"), Optional.of(Section.PICTURE), live, "");
        return new PicturePage(
                shell,
                figures(),
                CARTOGRAPHER.draw(juniper()),
                crossings(),
                log(),
                timeline(live ? NOW : NOW.minus(Duration.ofHours(5))));
    }

    private Page pictureOfRegion() {
        var shell = shell(words.say("picture.title"), Optional.of(Section.PICTURE), true, "");
        var sites =
                List.of(
                        site("Port A", 34.6, 31.8, Mark.GOOD),
                        site("Port B", 33.8, 31.13, Mark.PARTLY),
                        site("Hub C", 35.9, 31.95, Mark.GOOD),
                        site("Gate D", 34.4, 30.9, Mark.STOPPED));
        return new PicturePage(
                shell,
                figures(),
                CARTOGRAPHER.draw(new Subject(List.of(), List.of(), sites)),
                crossings(),
                List.of(),
                timeline(NOW));
    }

    String name(String english, String arabic, String hebrew) {
        return switch (words.language()) {
            case AR -> arabic;
            case HE -> hebrew;
            default -> english;
        };
    }

    List<Figure> figures() {
        return List.of(
                figure(
                        name("Offloaded", "مُفرَّغ", "נפרק"),
                        "168",
                        List.of(10d, 12d, 9d, 14d, 13d)),
                figure(name("Collected", "مستلَم", "נאסף"), "121", List.of(8d, 9d, 9d, 12d, 13d)),
                figure(name("Delivered", "مُسلَّم", "נמסר"), "96", List.of()),
                figure(name("To explain", "للتفسير", "להסבר"), "47", List.of()));
    }

    private Figure figure(String label, String value, List<Double> trend) {
        return new Figure(
                label,
                value,
                name("trucks, 24 h", "شاحنة، 24 س", "משאיות, 24 שע׳"),
                name("gate", "البوابة", "שער"),
                name("3 of 5 sites", "3 من 5 مواقع", "3 מתוך 5 אתרים"),
                trend);
    }

    List<PicturePage.CrossingRow> crossings() {
        var rows = new ArrayList<PicturePage.CrossingRow>();
        var marks =
                List.of(Mark.GOOD, Mark.PARTLY, Mark.STOPPED, Mark.UNKNOWN, Mark.GOOD, Mark.PARTLY);
        for (int i = 0; i < marks.size(); i++) {
            rows.add(
                    new PicturePage.CrossingRow(
                            "/o/exercise/places/x-" + i,
                            NAMES.get(i).get(words.language() == Language.AR ? 1 : 0),
                            marks.get(i),
                            words.say(
                                    "crossing.state."
                                            + marks.get(i)
                                                    .name()
                                                    .toLowerCase(java.util.Locale.ROOT)),
                            name("since 06:10", "منذ 06:10", "מאז 06:10"),
                            "06:00–17:00",
                            words.number(40 + i * 17),
                            words.span(Duration.ofMinutes(6 + i * i * 31L)),
                            i == 3));
        }
        return rows;
    }

    private static final List<List<String>> NAMES =
            List.of(
                    List.of("North Gate", "البوابة الشمالية"),
                    List.of("Mill Road", "طريق الطاحونة"),
                    List.of("Old Bridge", "الجسر القديم"),
                    List.of("Salt Pier", "رصيف الملح"),
                    List.of("East Gate", "البوابة الشرقية"),
                    List.of("South Gate", "البوابة الجنوبية"));

    List<PicturePage.LogRow> log() {
        var rows = new ArrayList<PicturePage.LogRow>();
        for (int i = 0; i < 6; i++) {
            rows.add(
                    new PicturePage.LogRow(
                            "/o/exercise/journal/" + i,
                            NOW.minus(Duration.ofMinutes(7L * i)),
                            name("Offloaded at a crossing", "تفريغ عند معبر", "פריקה במעבר"),
                            "CN-31-0" + (420 + i),
                            "Org K",
                            i == 2
                                    ? List.of(name("heard late", "سُمع متأخراً", "נשמע באיחור"))
                                    : List.of()));
        }
        return rows;
    }

    Timeline timeline(Instant at) {
        var from = Instant.parse("2031-11-22T22:00:00Z");
        var until = from.plus(Duration.ofDays(1));
        return new Timeline(
                from,
                until,
                at,
                NOW,
                List.of(
                        new Timeline.Lane(
                                name("Crossings", "المعابر", "מעברים"),
                                List.of(
                                        new Timeline.Bar(
                                                from.plus(Duration.ofHours(6)),
                                                NOW,
                                                Mark.GOOD,
                                                name(
                                                        "North Gate",
                                                        "البوابة الشمالية",
                                                        "השער הצפוני"),
                                                false),
                                        new Timeline.Bar(
                                                NOW,
                                                NOW.plus(Duration.ofHours(3)),
                                                Mark.GOOD,
                                                "",
                                                true)),
                                List.of(),
                                List.of()),
                        new Timeline.Lane(
                                name("Statements", "الإفادات", "הצהרות"),
                                List.of(),
                                List.of(
                                        new Timeline.Event(
                                                from.plus(Duration.ofHours(8)), Mark.GOOD, "a"),
                                        new Timeline.Event(
                                                from.plus(Duration.ofHours(11)), Mark.LATE, "b")),
                                List.of()),
                        new Timeline.Lane(
                                name("Learned late", "عُلم لاحقاً", "נודע באיחור"),
                                List.of(),
                                List.of(),
                                List.of(
                                        new Timeline.Late(
                                                from.plus(Duration.ofHours(9)),
                                                from.plus(Duration.ofHours(13)),
                                                "c")))));
    }

    private Subject juniper() {
        var areas =
                List.of(
                        new Subject.Area("", ring(10, 40, 0.9, 0.7, 13), true),
                        new Subject.Area(
                                name("Zone 1", "المنطقة 1", "אזור 1"),
                                ring(9.7, 40.1, 0.2, 0.18, 7),
                                false),
                        new Subject.Area(
                                name("Zone 2", "المنطقة 2", "אזור 2"),
                                ring(10.2, 39.9, 0.22, 0.2, 9),
                                false));
        var sites = new ArrayList<Subject.Site>();
        double[][] at = {
            {9.9, 40.4}, {10.5, 40.1}, {10.1, 39.6}, {9.5, 39.9}, {10.55, 39.95}, {10.2, 39.62}
        };
        var marks =
                List.of(Mark.GOOD, Mark.PARTLY, Mark.STOPPED, Mark.UNKNOWN, Mark.GOOD, Mark.PARTLY);
        for (int i = 0; i < at.length; i++) {
            sites.add(
                    site(
                            NAMES.get(i).get(words.language() == Language.AR ? 1 : 0),
                            at[i][0],
                            at[i][1],
                            marks.get(i)));
        }
        return new Subject(areas, List.of(way(at)), sites);
    }

    private Subject.Site site(String name, double x, double y, Mark mark) {
        return new Subject.Site(
                name,
                name("queue 64", "الطابور 64", "תור 64"),
                Icon.GATE,
                mark,
                words.say("crossing.state.good"),
                x,
                y,
                "/o/exercise/places/x");
    }

    private static Subject.Way way(double[][] at) {
        LineString line =
                SHAPES.createLineString(
                        new Coordinate[] {
                            new Coordinate(at[0][0], at[0][1]), new Coordinate(at[2][0], at[2][1])
                        });
        return new Subject.Way("Corridor 1", line);
    }

    private static Geometry ring(double x, double y, double wide, double tall, int corners) {
        var points = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double turn = 2 * Math.PI * i / corners;
            double push = 0.8 + 0.2 * Math.sin(i * 2.7);
            points[i] =
                    new Coordinate(
                            x + wide * push * Math.cos(turn), y + tall * push * Math.sin(turn));
        }
        points[corners] = points[0];
        return SHAPES.createPolygon(points);
    }
}
