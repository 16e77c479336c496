package org.parley.hub.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.places.TestPlaces.NORTH;
import static org.parley.hub.places.TestPlaces.OPERATION;
import static org.parley.hub.places.TestPlaces.SOUTH;
import static org.parley.hub.places.TestPlaces.area;
import static org.parley.hub.places.TestPlaces.square;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.names.Names;
import org.parley.kernel.quantity.Unit;

/// Two organisations say where assistance goes and how the crossings work, and disagree.
class PlacesStory {

    static final LocalDate MAY_4 = LocalDate.of(2031, 5, 4);
    static final LocalDate SPRING = LocalDate.of(2031, 3, 1);

    private final TestPlaces hub = TestPlaces.open();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void areasCarryCodesNamesOfEachPartyAndBoundariesInVersions() {
        var names =
                new Names(
                        Map.of("en", "North district", "ar", "الشمال"),
                        Map.of("south-relief", Map.of("en", "Upper district")));
        hub.say(NORTH, area("01", 1, null));
        hub.say(
                NORTH,
                new AreaDescribed("0101", "administrative", "XE0101", 2, "01", names, "Survey"));
        long first = hub.say(NORTH, boundary("0101", SPRING, square(10, 10, 1)));
        long second = hub.say(NORTH, boundary("0101", MAY_4, square(10, 10, 2)));

        var found = hub.places().area(hub.sight(SOUTH), hub.cut(), "0101").orElseThrow();
        assertThat(found.names().in("en", "south-relief")).isEqualTo("Upper district");
        assertThat(found.names().in("ar")).isEqualTo("الشمال");
        assertThat(found.pcode()).isEqualTo("XE0101");
        assertThat(found.parent()).isEqualTo("01");
        assertThat(hub.places().boundaries(hub.sight(SOUTH), hub.cut(), "0101"))
                .extracting(BoundaryView::validFrom)
                .containsExactly(MAY_4, SPRING);
        assertThat(hub.places().boundariesOn(hub.sight(SOUTH), hub.cut(), MAY_4.minusDays(1)))
                .singleElement()
                .satisfies(view -> assertThat(view.index()).isEqualTo(first));
        assertThat(hub.places().boundariesOn(hub.sight(SOUTH), hub.cut(), MAY_4))
                .singleElement()
                .satisfies(view -> assertThat(view.index()).isEqualTo(second));
        assertThat(hub.places().boundaries(hub.sight(SOUTH), hub.asOf(second), "0101")).hasSize(1);
    }

    @Test
    void theFirstDescriberIsShownFirstAndTheOthersBeside() {
        long first = hub.say(SOUTH, gate("gate-1", null));
        hub.say(NORTH, gate("gate-1", new Position(10.5, 10)));
        long again = hub.say(SOUTH, gate("gate-1", new Position(10.6, 10)));

        var crossing = hub.places().crossing(hub.sight(NORTH), hub.cut(), "gate-1").orElseThrow();
        assertThat(crossing.saidBy()).isEqualTo("south-relief");
        assertThat(crossing.index()).isEqualTo(again);
        assertThat(crossing.alsoSaid())
                .singleElement()
                .satisfies(other -> assertThat(other.saidBy()).isEqualTo("north-aid"));
        var before =
                hub.places()
                        .crossing(hub.sight(NORTH), hub.asOf(first + 1), "gate-1")
                        .orElseThrow();
        assertThat(before.position()).isNull();
        assertThat(before.alsoSaid()).isEmpty();
    }

    @Test
    void rivalReportsOfACrossingsDayStandSideBySide() {
        hub.say(NORTH, gate("gate-1", null));
        hub.say(NORTH, day("gate-1", MAY_4, Opening.open()));
        hub.say(SOUTH, day("gate-1", MAY_4, Opening.closed(Opening.NONE_GIVEN)));

        var rivals = theDay(hub.cut().size());
        assertThat(rivals.differ()).isTrue();
        assertThat(rivals.said())
                .extracting(CrossingDaySaid::saidBy)
                .containsExactly("north-aid", "south-relief");

        long third = hub.say(NORTH, day("gate-1", MAY_4, Opening.closed(Opening.NONE_GIVEN)));
        var agreed = theDay(third + 1);
        assertThat(agreed.differ()).isFalse();
        assertThat(agreed.said()).hasSize(2);
        assertThat(agreed.said())
                .filteredOn(said -> said.saidBy().equals("north-aid"))
                .singleElement()
                .satisfies(said -> assertThat(said.revised()).isTrue());
        assertThat(theDay(third).differ()).isTrue();
    }

    @Test
    void aDaySaysHoursAndCapacityForEachFlowAndCategory() {
        hub.say(NORTH, gate("gate-1", null));
        hub.say(
                NORTH,
                new CrossingDayReported(
                        "gate-1",
                        MAY_4,
                        List.of(
                                Opening.open(),
                                new Opening("commercial", null, CrossingStatus.CLOSED, "holiday"),
                                new Opening(
                                        "humanitarian", "fuel", CrossingStatus.LIMITED, "repair")),
                        List.of(
                                new Hours(null, null, LocalTime.of(8, 0), LocalTime.of(12, 0)),
                                new Hours(
                                        "humanitarian",
                                        "fuel",
                                        LocalTime.of(22, 0),
                                        LocalTime.MIDNIGHT)),
                        List.of(
                                new Capacity(
                                        "humanitarian", null, new BigDecimal("120.0"), Unit.TRUCK)),
                        "one scanner works"));

        var said = theDay(hub.cut().size()).said().getFirst();
        assertThat(said.opening("commercial", "fuel"))
                .get()
                .extracting(Opening::status, Opening::reason)
                .containsExactly(CrossingStatus.CLOSED, "holiday");
        assertThat(said.opening("humanitarian", "fuel"))
                .get()
                .extracting(Opening::status)
                .isEqualTo(CrossingStatus.LIMITED);
        assertThat(said.opening("humanitarian", "food"))
                .get()
                .extracting(Opening::status)
                .isEqualTo(CrossingStatus.OPEN);
        assertThat(said.hours()).hasSize(2);
        assertThat(said.capacities())
                .singleElement()
                .satisfies(c -> assertThat(c.quantity().amount()).isEqualByComparingTo("120"));
    }

    @Test
    void whatDoesNotFitIsTakenAndMarked() {
        long unknown = hub.say(NORTH, day("nowhere", LocalDate.of(2031, 4, 3), Opening.open()));
        assertThat(hub.marks(unknown))
                .contains(CrossingDayKind.BEFORE_AGREEMENT, CrossingDayKind.CROSSING_UNKNOWN);
        assertThat(
                        hub.places()
                                .crossingDays(
                                        hub.sight(SOUTH),
                                        hub.cut(),
                                        "nowhere",
                                        LocalDate.of(2031, 4, 3),
                                        LocalDate.of(2031, 4, 3))
                                .getFirst()
                                .said()
                                .getFirst()
                                .marks())
                .contains(CrossingDayKind.BEFORE_AGREEMENT);
        assertThat(hub.marks(hub.say(NORTH, area("01", 1, "no-parent"))))
                .contains(PlaceKinds.PARENT_UNKNOWN);
        var copy = new AreaDescribed("other", "zone", "XE01", 1, null, Names.of("Other"), null);
        assertThat(hub.marks(hub.say(NORTH, copy))).contains(PlaceKinds.P_CODE_TAKEN);
        assertThat(hub.marks(hub.say(NORTH, boundary("none", MAY_4, square(1, 1, 1)))))
                .contains(PlaceKinds.AREA_UNKNOWN);
        assertThat(hub.marks(hub.say(NORTH, corridor("c", List.of("gate-9", "01")))))
                .contains(PlaceKinds.STOP_UNKNOWN);
    }

    @Test
    void corridorsKeepTheOrderOfTheirStops() {
        hub.say(NORTH, gate("gate-1", null));
        hub.say(NORTH, area("01", 1, null));
        long said = hub.say(NORTH, corridor("corridor-1", List.of("gate-1", "01")));

        assertThat(hub.marks(said)).isEmpty();
        assertThat(hub.places().corridors(hub.sight(SOUTH), hub.cut()))
                .singleElement()
                .satisfies(c -> assertThat(c.stops()).containsExactly("gate-1", "01"));
        assertThat(hub.places().names(hub.sight(SOUTH), hub.cut()))
                .containsOnlyKeys("01", "corridor-1", "gate-1");
    }

    @Test
    void aPlaceLiesInTheAreasThatHoldItFromTheSmallestOutwards() {
        hub.say(NORTH, area("0", 0, null));
        hub.say(NORTH, area("01", 1, "0"));
        hub.say(NORTH, area("0101", 2, "01"));
        hub.say(NORTH, new AreaDescribed("zone-a", "zone", null, 2, null, Names.of("A"), null));
        hub.say(NORTH, boundary("01", SPRING, square(10, 10, 5)));
        hub.say(NORTH, boundary("0101", SPRING, square(10, 10, 2)));
        hub.say(SOUTH, boundary("zone-a", MAY_4, square(11, 11, 0.5)));
        hub.say(NORTH, gate("gate-1", new Position(11.2, 11.2)));
        hub.say(NORTH, gate("gate-2", new Position(50, 50)));
        hub.say(
                NORTH,
                Label.ownOnly(NORTH),
                new SiteDescribed(
                        "depot",
                        "warehouse",
                        Names.of("Depot"),
                        "01",
                        new Position(11.1, 11.1),
                        null,
                        null));

        assertThat(hub.places().areasOf(OPERATION, "gate-1"))
                .containsExactly("zone-a", "0101", "01", "0");
        assertThat(hub.places().areasOf(OPERATION, "gate-1", MAY_4.minusDays(1)))
                .containsExactly("0101", "01", "0");
        assertThat(hub.places().areasOf(OPERATION, "depot"))
                .containsExactly("zone-a", "0101", "01", "0");
        assertThat(hub.places().areasOf(OPERATION, "0101")).containsExactly("0101", "01", "0");
        assertThat(hub.places().areasOf(OPERATION, "gate-2")).isEmpty();
        assertThat(hub.places().areasOf(OPERATION, "never-heard-of")).isEmpty();
        assertThat(hub.places().areasOf(hub.sight(SOUTH), hub.cut(), "depot", MAY_4)).isEmpty();
        assertThat(hub.places().areasOf(hub.sight(NORTH), hub.cut(), "depot", MAY_4))
                .containsExactly("zone-a", "0101", "01", "0");
    }

    @Test
    void whatLiesWithinABoundarysToleranceCountsAsInside() {
        hub.say(NORTH, area("01", 1, null));
        hub.say(NORTH, boundary("01", SPRING, square(10, 0, 1)));
        hub.say(NORTH, gate("gate-1", new Position(9.9995, 0.5)));
        assertThat(hub.places().areasOf(OPERATION, "gate-1")).isEmpty();

        hub.say(NORTH, new BoundaryDrawn("01", SPRING, "Survey", null, 100, square(10, 0, 1)));

        assertThat(hub.places().areasOf(OPERATION, "gate-1")).containsExactly("01");
    }

    @Test
    void parentsInACircleEnd() {
        hub.say(NORTH, area("01", 1, "02"));
        hub.say(NORTH, area("02", 1, "01"));

        assertThat(hub.places().areasOf(OPERATION, "01")).containsExactlyInAnyOrder("01", "02");
    }

    @Test
    void onlyWhoMaySeeExactPlacesLearnsWhereASiteIs() {
        hub.say(NORTH, area("01", 1, null));
        hub.say(
                NORTH,
                Label.between(NORTH, Set.of(SOUTH), FieldClass.COARSE),
                new SiteDescribed(
                        "depot",
                        "warehouse",
                        Names.of("Depot"),
                        "01",
                        new Position(10.123456, 10.654321),
                        null,
                        null));

        var trusted = hub.places().site(hub.sight(SOUTH), hub.cut(), "depot").orElseThrow();
        var other = hub.journal().sight("outsider");
        var told = hub.places().site(other, hub.cut(), "depot").orElseThrow();
        assertThat(trusted.position()).isEqualTo(new Position(10.123456, 10.654321));
        assertThat(told.position()).isNull();
        assertThat(told.area()).isEqualTo("01");
        assertThat(hub.places().sites(other, hub.cut(), "warehouse", "", 10)).containsExactly(told);
        assertThat(hub.places().areasOf(other, hub.cut(), "depot", MAY_4)).containsExactly("01");
        assertThat(
                        TestPlaces.JSON.writeValueAsString(
                                hub.places().sites(other, hub.cut(), null, "", 10)))
                .doesNotContain("10.123456", "654321", "position");
    }

    @Test
    void aSiteThatMovesHidesItsOldPlaceFromNow() {
        hub.say(NORTH, site("depot", new Position(1, 1)));
        long moved = hub.say(NORTH, site("depot", null));

        assertThat(hub.places().site(hub.sight(NORTH), hub.cut(), "depot").orElseThrow().position())
                .isNull();
        assertThat(
                        hub.places()
                                .site(hub.sight(NORTH), hub.asOf(moved), "depot")
                                .orElseThrow()
                                .position())
                .isEqualTo(new Position(1, 1));
    }

    private CrossingDayView theDay(long size) {
        return hub.places().crossingDays(hub.sight(NORTH), hub.asOf(size), MAY_4, MAY_4).getFirst();
    }

    static BoundaryDrawn boundary(String area, LocalDate from, Outline outline) {
        return new BoundaryDrawn(area, from, "Survey of 2031", null, null, outline);
    }

    static CrossingDescribed gate(String id, @Nullable Position at) {
        return new CrossingDescribed(
                id,
                "land",
                Names.of("Gate"),
                null,
                "Africa/Nairobi",
                Map.of("unlocode", "XEGAT"),
                at,
                null,
                null);
    }

    static SiteDescribed site(String id, @Nullable Position at) {
        return new SiteDescribed(id, "warehouse", Names.of("Depot"), null, at, null, null);
    }

    static CorridorDescribed corridor(String id, List<String> stops) {
        return new CorridorDescribed(id, Names.of("Way in"), stops, null, null);
    }

    static CrossingDayReported day(String crossing, LocalDate day, Opening... openings) {
        return new CrossingDayReported(crossing, day, List.of(openings), null, null, null);
    }
}
