package org.parley.hub.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.SignIns;
import org.parley.hub.claims.ClaimView;
import org.parley.hub.claims.Claimed;
import org.parley.hub.claims.Claims;
import org.parley.hub.claims.Observations;
import org.parley.hub.claims.RegisterId;
import org.parley.hub.claims.TotalsBy;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Sight;
import org.parley.hub.partners.Partners;
import org.parley.hub.places.AreaView;
import org.parley.hub.places.Places;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Reader;
import org.parley.kernel.id.PartnerId;

class Gaza2025Test {

    static HubUnderTest hub;

    @BeforeAll
    static void load() {
        hub = HubUnderTest.start();
        example().load();
        example().accounts().forEach(hub.bean(SignIns.class)::enrol);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @Test
    void loadingAgainChangesNothing() {
        long size = cut().size();

        example().load();

        assertThat(cut().size()).isEqualTo(size);
    }

    @Test
    void everyClaimIsAttributedAndUngraded() {
        var claims = hub.bean(Claims.class).list(sight(), cut(), null, "", 1_000);

        assertThat(claims).hasSizeGreaterThan(42 + 12 * 4);
        assertThat(claims).extracting(ClaimView::content).containsOnly("ungraded");
        assertThat(claims).extracting(ClaimView::assertedBy).doesNotContainNull();
    }

    @Test
    void uncertainDatesSayThatTheyAreInferred() {
        var visit =
                hub.bean(Claims.class)
                        .find(sight(), cut(), "record-desk", "visit-secretary")
                        .orElseThrow();

        assertThat(visit.period()).isNotNull();
        assertThat(visit.period().asSaid()).isEqualTo("Thursday");
        assertThat(visit.period().from()).hasToString("2025-10-23");
        assertThat(visit.period().inferred()).isTrue();
    }

    @Test
    void fiveFiguresForTheSameTrucksStandSideBySide() {
        var rivals = hub.bean(Claims.class).rivals(sight(), cut(), "trucks-2025-12-07");

        assertThat(rivals.figures()).hasSize(5);
        assertThat(rivals.differences()).hasSize(10);
        assertThat(rivals.figures())
                .filteredOn(rival -> rival.claim().claim().equals("trucks-target"))
                .singleElement()
                .satisfies(
                        rival ->
                                assertThat(rival.perDay())
                                        .isEqualByComparingTo(new BigDecimal("600")));
    }

    @Test
    void theAgencysMonthIsRevisedAndItsFirstFigureStaysReadable() {
        var july =
                hub.bean(Claims.class)
                        .find(sight(), cut(), "record-desk", "unrwa-trucks-2024-07")
                        .orElseThrow();

        assertThat(july.figure()).isNotNull();
        assertThat(july.figure().amount()).isEqualTo("4681");
        assertThat(july.revised()).isTrue();
        var before = hub.bean(Journal.class).asOf(Gaza2025.OPERATION, july.index());
        var then =
                hub.bean(Claims.class)
                        .find(sight(), before, "record-desk", "unrwa-trucks-2024-07")
                        .orElseThrow();
        assertThat(then.figure()).isNotNull();
        assertThat(then.figure().amount()).isEqualTo("3074");
    }

    @Test
    void dailyCountsAddUpToTheLists() {
        var register = new RegisterId("record-desk", "unrwa-trucks-daily");
        var total =
                hub.bean(Observations.class).totals(sight(), cut(), register, List.of()).getFirst();

        assertThat(total.quantity()).isEqualByComparingTo(new BigDecimal("37373"));
        var view = hub.bean(Observations.class).find(sight(), cut(), register).orElseThrow();
        assertThat(view.vintages()).hasSize(2);
        assertThat(view.rule()).isNotNull();
        var size = view.vintages().getFirst().size();
        assertThat(size).isNotNull();
        var first = hub.bean(Journal.class).asOf(Gaza2025.OPERATION, size.longValue());
        assertThat(
                        hub.bean(Observations.class)
                                .totals(sight(), first, register, List.of())
                                .getFirst()
                                .quantity())
                .isEqualByComparingTo(new BigDecimal("35521"));
        assertThat(
                        hub.bean(Observations.class)
                                .totals(sight(), cut(), register, List.of(TotalsBy.PLACE)))
                .extracting(place -> place.of().getFirst())
                .contains("Kerem Shalom", "Gate 96");
    }

    @Test
    void whoTakesPartAndWhoMayNotEnterIsHeld() {
        var partners = hub.bean(Partners.class);
        var troops = new PartnerId("united-states-military");

        assertThat(partners.list(sight(), cut())).hasSizeGreaterThanOrEqualTo(5);
        assertThat(partners.broken(Gaza2025.OPERATION, troops, Set.of("ps0270", "ps02")))
                .isPresent();
        assertThat(partners.footprintRules(sight(), cut())).hasSize(1);
        assertThat(hub.bean(Places.class).areas(sight(), cut())).hasSize(6);
    }

    @Test
    void everyFactOfTheFileIsHeld() {
        assertThat(ExampleFiles.of("gaza-2025").list("claims.yaml", "claims", Claimed.class))
                .extracting(Claimed::claim)
                .contains(
                        "held",
                        "handover-terms",
                        "consequence",
                        "offers",
                        "designation",
                        "talks-day-after");
    }

    @Test
    void theStripAndItsGovernoratesHaveCodesOutlinesAndTheirSource() {
        var places = hub.bean(Places.class);

        assertThat(places.areas(sight(), cut()))
                .extracting(AreaView::pcode)
                .containsExactly("PS02", "PS0255", "PS0260", "PS0265", "PS0270", "PS0275");
        assertThat(places.area(sight(), cut(), "ps0275").orElseThrow())
                .satisfies(
                        rafah -> {
                            assertThat(rafah.parent()).isEqualTo("ps02");
                            assertThat(rafah.names().in("en")).isEqualTo("Rafah");
                            assertThat(rafah.source()).startsWith("OCHA");
                        });
        assertThat(places.boundariesOn(sight(), cut(), LocalDate.of(2025, 10, 10)))
                .hasSize(6)
                .allSatisfy(
                        drawn -> {
                            assertThat(drawn.attribution()).contains("CC BY 3.0 IGO");
                            assertThat(drawn.toleranceMetres()).isEqualTo(30);
                            assertThat(drawn.saidBy()).isEqualTo("record-desk");
                        });
    }

    private static Gaza2025 example() {
        return hub.bean(Gaza2025.class);
    }

    private static Cut cut() {
        return hub.bean(Journal.class).now(Gaza2025.OPERATION);
    }

    private static Sight sight() {
        hub.behalf("gaza-desk", Gaza2025.OPERATION);
        return hub.bean(Journal.class)
                .sight(
                        new Reader(
                                Gaza2025.OPERATION,
                                Gaza2025.DESK,
                                true,
                                FieldClass.EXACT,
                                Set.of()));
    }
}
