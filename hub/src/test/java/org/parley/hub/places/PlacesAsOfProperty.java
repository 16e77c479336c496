package org.parley.hub.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.places.TestPlaces.NORTH;
import static org.parley.hub.places.TestPlaces.OPERATION;
import static org.parley.hub.places.TestPlaces.SOUTH;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.names.Names;
import org.parley.kernel.quantity.Unit;

/// Over random histories: what was answered at a moment is answered again later as of that moment,
/// byte for byte; a rebuild gives the same state; and no reader below F3 is ever given where a site
/// is.
class PlacesAsOfProperty {

    private static final int STEPS = 120;
    private static final LocalDate FIRST = LocalDate.of(2031, 5, 1);
    private static final PartnerId THIRD = new PartnerId("third");

    private final TestPlaces hub = TestPlaces.open();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void thePastIsAnsweredAsItWas() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = RandomGeneratorFactory.getDefault().create(seed);
        var answers = new LinkedHashMap<Long, String>();
        for (int step = 0; step < STEPS; step++) {
            say(random);
            if (step % 10 == 0) {
                answers.put(hub.cut().size(), everything(hub.cut()));
            }
        }

        for (var answer : answers.entrySet()) {
            assertThat(everything(hub.asOf(answer.getKey())))
                    .as("seed %d, size %d", seed, answer.getKey())
                    .isEqualTo(answer.getValue());
        }
        assertThat(everything(hub.sight(SOUTH), hub.cut()))
                .as("seed %d: an originator sees its own sites", seed)
                .contains(".777123");
        var digest = hub.journal().digest();
        var areas = hub.places().areasOf(OPERATION, "p-1");
        assertThat(hub.journal().rebuild().same()).as("seed %d", seed).isTrue();
        assertThat(hub.journal().digest()).as("seed %d", seed).isEqualTo(digest);
        assertThat(hub.places().areasOf(OPERATION, "p-1")).as("seed %d", seed).isEqualTo(areas);
        for (var answer : answers.entrySet()) {
            assertThat(everything(hub.asOf(answer.getKey())))
                    .as("seed %d, size %d, rebuilt", seed, answer.getKey())
                    .isEqualTo(answer.getValue());
        }
    }

    private void say(RandomGenerator random) {
        var who = random.nextBoolean() ? NORTH : SOUTH;
        hub.say(who, label(random, who), body(random));
    }

    private static Label label(RandomGenerator random, PartnerId who) {
        return switch (random.nextInt(4)) {
            case 0 -> Label.ownOnly(who);
            case 1 -> Label.between(who, Set.of(NORTH), FieldClass.COARSE);
            case 2 -> Label.operation(who, FieldClass.HEADER);
            default -> Label.operation(who, FieldClass.OPERATIONAL);
        };
    }

    private <B extends Record & Body> B body(RandomGenerator random) {
        @SuppressWarnings("unchecked") // one of the bodies below, whichever it is
        var body = (B) anyBody(random);
        return body;
    }

    private static Record anyBody(RandomGenerator random) {
        var id = "p-" + random.nextInt(4);
        return switch (random.nextInt(6)) {
            case 0 ->
                    new AreaDescribed(
                            id,
                            "zone",
                            "XE" + random.nextInt(9),
                            random.nextInt(4),
                            random.nextBoolean() ? null : "a-" + random.nextInt(4),
                            names(random),
                            null);
            case 1 ->
                    new BoundaryDrawn(
                            "a-" + random.nextInt(4),
                            day(random),
                            "Survey",
                            "Somebody",
                            random.nextInt(200),
                            TestPlaces.square(
                                    random.nextInt(5), random.nextInt(5), 1 + random.nextInt(5)));
            case 2 ->
                    new CrossingDescribed(
                            id,
                            "land",
                            names(random),
                            "a-" + random.nextInt(4),
                            null,
                            random.nextBoolean() ? null : Map.of("own", "C" + random.nextInt(9)),
                            position(random, 0),
                            null,
                            null);
            case 3 ->
                    new SiteDescribed(
                            id,
                            "warehouse",
                            names(random),
                            "a-" + random.nextInt(4),
                            position(random, 0.777_123),
                            day(random),
                            null);
            case 4 ->
                    new CorridorDescribed(
                            id,
                            names(random),
                            List.of("p-1", "a-" + random.nextInt(4)),
                            null,
                            "Agreement");
            default ->
                    new CrossingDayReported(
                            id,
                            day(random),
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

    private static Names names(RandomGenerator random) {
        return new Names(
                Map.of("en", "Name " + random.nextInt(9), "ar", "اسم"),
                Map.of("south-relief", Map.of("en", "Other " + random.nextInt(9))));
    }

    private static LocalDate day(RandomGenerator random) {
        return FIRST.plusDays(random.nextInt(4));
    }

    private static @Nullable Position position(RandomGenerator random, double part) {
        return random.nextInt(4) == 0
                ? null
                : new Position(random.nextInt(8) + part, random.nextInt(8) + part);
    }

    private String everything(Cut cut) {
        var text = new StringBuilder();
        for (var who : List.of(NORTH, SOUTH, THIRD)) {
            text.append(who).append(": ").append(everything(hub.sight(who), cut)).append('\n');
        }
        assertThat(everything(hub.sight(THIRD), cut)).doesNotContain(".777123");
        return text.toString();
    }

    private String everything(Sight sight, Cut cut) {
        var places = hub.places();
        var answers = new LinkedHashMap<String, Object>();
        answers.put("areas", places.areas(sight, cut));
        answers.put("crossings", places.crossings(sight, cut));
        answers.put("corridors", places.corridors(sight, cut));
        answers.put("sites", places.sites(sight, cut, null, "", 100));
        answers.put("warehouses", places.sites(sight, cut, "warehouse", "p-0", 2));
        answers.put("names", places.names(sight, cut));
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
