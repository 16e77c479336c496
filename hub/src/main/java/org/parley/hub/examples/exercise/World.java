package org.parley.hub.examples.exercise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.parley.hub.journal.Operation;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// The invented world: its operation, its calendar and who speaks in it.
final class World {

    static final OperationId OPERATION = new OperationId("exercise");

    /// The account under which the script speaks for every organisation.
    static final String ACCOUNT = "exercise-script";

    /// The agreement takes effect.
    static final LocalDate FIRST_DAY = LocalDate.of(2031, 4, 4);

    /// Where the clock stands when the demo opens: forty days later, a working morning.
    static final Instant START = Instant.parse("2031-05-14T09:40:00Z");

    static final PartnerId CENTER = new PartnerId("juniper-center");
    static final PartnerId HALMER = new PartnerId("halmer");
    static final PartnerId COUNCIL = new PartnerId("ilvane-council");
    static final PartnerId GOODS_OFFICE = new PartnerId("halmer-goods-office");
    static final PartnerId SUPPLY_OFFICE = new PartnerId("ilvane-supply-office");
    static final PartnerId MERIDON = new PartnerId("meridon");
    static final PartnerId KESTERRA = new PartnerId("kesterra");
    static final PartnerId PELLARIA = new PartnerId("pellaria");
    static final PartnerId AGENCY = new PartnerId("wrsa");
    static final PartnerId OBSERVERS = new PartnerId("observer-mission");
    static final PartnerId HARBOUR_AID = new PartnerId("harbour-aid");
    static final PartnerId BLUE_LANTERN = new PartnerId("blue-lantern");
    static final PartnerId NORTHQUAY = new PartnerId("northquay");
    static final PartnerId TOWNS = new PartnerId("shore-committee");

    static final Operation EXERCISE =
            new Operation(
                    OPERATION,
                    Map.of(
                            "en", "Exercise Juniper",
                            "ar", "تمرين العرعر",
                            "he", "תרגיל ערער",
                            "fr", "Exercice Genévrier"),
                    true,
                    FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant());

    private World() {}

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).toInstant(ZoneOffset.UTC);
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return at(day, LocalTime.of(hour, minute));
    }

    static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
