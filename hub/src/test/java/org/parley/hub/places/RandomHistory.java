package org.parley.hub.places;

import static org.parley.hub.places.TestPlaces.NORTH;
import static org.parley.hub.places.TestPlaces.SOUTH;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.names.Names;
import org.parley.kernel.quantity.Unit;

/// A random history of what two organisations say about places, and all that can be asked of it.
final class RandomHistory {

    static final LocalDate FIRST = LocalDate.of(2031, 5, 1);

    private final RandomGenerator random;
    private final PartnerId north;
    private final PartnerId south;

    /// @param exchanged whether each says what the other says otherwise
    RandomHistory(RandomGenerator random, boolean exchanged) {
        this.random = random;
        this.north = exchanged ? SOUTH : NORTH;
        this.south = exchanged ? NORTH : SOUTH;
    }

    /// Says one thing more.
    void say(TestPlaces hub) {
        var who = random.nextBoolean() ? north : south;
        var label = label(who);
        var body = anyBody();
        said(
                hub,
                who,
                body instanceof WorkingAreaDeclared
                        ? Label.operation(who, FieldClass.OPERATIONAL)
                        : label,
                body);
    }

    /// A site that its originator tells nobody else of: chance may have told of none.
    void saySite(TestPlaces hub, PartnerId who) {
        hub.say(who, Label.ownOnly(who), site("p-own"));
    }

    private SiteDescribed site(String id) {
        return new SiteDescribed(
                id,
                "warehouse",
                names(),
                "a-" + random.nextInt(4),
                position(0.777_123),
                day(),
                null);
    }

    private Label label(PartnerId who) {
        return switch (random.nextInt(4)) {
            case 0 -> Label.ownOnly(who);
            case 1 -> Label.between(who, Set.of(north), FieldClass.COARSE);
            case 2 -> Label.operation(who, FieldClass.HEADER);
            default -> Label.operation(who, FieldClass.OPERATIONAL);
        };
    }

    @SuppressWarnings("unchecked") // one of the bodies below, whichever it is
    private static <B extends Record & Body> void said(
            TestPlaces hub, PartnerId who, Label label, Record body) {
        hub.say(who, label, (B) body);
    }

    private Record anyBody() {
        var id = "p-" + random.nextInt(4);
        return switch (random.nextInt(7)) {
            case 5 ->
                    new WorkingAreaDeclared(
                            "a-" + random.nextInt(4),
                            // days to come: how far somebody may pull is asked of today
                            LocalDate.parse("2031-07-01"),
                            LocalDate.parse("2031-08-01").plusDays(random.nextInt(9)));
            case 0 ->
                    new AreaDescribed(
                            id,
                            "zone",
                            "XE" + random.nextInt(9),
                            random.nextInt(4),
                            random.nextBoolean() ? null : "a-" + random.nextInt(4),
                            names(),
                            null);
            case 1 ->
                    new BoundaryDrawn(
                            "a-" + random.nextInt(4),
                            day(),
                            "Survey",
                            "Somebody",
                            random.nextInt(200),
                            TestPlaces.square(
                                    random.nextInt(5), random.nextInt(5), 1 + random.nextInt(5)));
            case 2 ->
                    new CrossingDescribed(
                            id,
                            "land",
                            names(),
                            "a-" + random.nextInt(4),
                            null,
                            random.nextBoolean() ? null : Map.of("own", "C" + random.nextInt(9)),
                            position(0),
                            null,
                            null);
            case 3 -> site(id);
            case 4 ->
                    new CorridorDescribed(
                            id,
                            names(),
                            List.of("p-1", "a-" + random.nextInt(4)),
                            null,
                            "Agreement");
            default ->
                    new CrossingDayReported(
                            id,
                            day(),
                            List.of(
                                    random.nextBoolean()
                                            ? Opening.open()
                                            : Opening.closed(Opening.NONE_GIVEN)),
                            null,
                            random.nextBoolean()
                                    ? null
                                    : List.of(
                                            new Capacity(
                                                    "humanitarian",
                                                    null,
                                                    BigDecimal.valueOf(random.nextInt(500), 1),
                                                    Unit.TRUCK)),
                            random.nextBoolean() ? null : "note " + random.nextInt(9));
        };
    }

    private Names names() {
        return new Names(
                Map.of("en", "Name " + random.nextInt(9), "ar", "اسم"),
                Map.of(south.value(), Map.of("en", "Other " + random.nextInt(9))));
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(4));
    }

    private @Nullable Position position(double part) {
        return random.nextInt(4) == 0
                ? null
                : new Position(random.nextInt(8) + part, random.nextInt(8) + part);
    }

    static String everything(Places places, Sight sight, Cut cut) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("areas", places.areas(sight, cut));
        answers.put("crossings", places.crossings(sight, cut));
        answers.put("corridors", places.corridors(sight, cut));
        answers.put("sites", places.sites(sight, cut, null, "", 100));
        answers.put("warehouses", places.sites(sight, cut, "warehouse", "p-0", 2));
        answers.put("names", places.names(sight, cut));
        answers.put("working", places.workingAreas(sight, cut));
        answers.put("days", places.crossingDays(sight, cut, FIRST, FIRST.plusDays(9)));
        for (int i = 0; i < 4; i++) {
            answers.put("area" + i, places.area(sight, cut, "p-" + i).stream().toList());
            answers.put("site" + i, places.site(sight, cut, "p-" + i).stream().toList());
            answers.put("bounds" + i, places.boundaries(sight, cut, "a-" + i));
            answers.put("on" + i, places.boundariesOn(sight, cut, FIRST.plusDays(i)));
            answers.put("in" + i, places.areasOf(sight, cut, "p-" + i, FIRST.plusDays(2)));
        }
        return TestPlaces.JSON.writeValueAsString(answers);
    }
}
