package org.parley.hub.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.hub.claims.ClaimKind;
import org.parley.hub.claims.ClaimView;
import org.parley.hub.claims.Claimed;
import org.parley.hub.claims.TestClaims;
import org.parley.hub.exchange.Importers;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.Submission;
import org.parley.hub.journal.TestJournal;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;

class SummariesTest {

    private static final PartnerId AGENCY = new PartnerId("agency");

    @TempDir Path folder;

    @Test
    void whatChangedIsToldWithRuleAndCoverageAndOnlyToWhomItWasAddressed() throws IOException {
        try (var hub = TestClaims.open()) {
            claim(hub, "held", "The truce holds.", false);
            claim(hub, "secret", "For us alone.", true);
            var from = hub.journal().cut();
            hub.journal().setNow(Instant.parse("2031-05-05T12:00:00Z"));
            claim(hub, "held", "The truce largely holds.", false);
            claim(hub, "new", "A convoy came.", false);
            claim(hub, "secret", "For us alone, again.", true);
            Importers.takeTrucks(hub, folder, "ID,Received Date,Quantity\n1,2031-05-04,5\n");
            var summaries =
                    new Summaries(
                            hub.journal().journal(),
                            new SummaryStore(hub.journal().sql()),
                            hub.claims(),
                            hub.observations());

            var told = summaries.between(hub.journal().sight("other"), from, hub.journal().cut());
            var own = summaries.between(hub.journal().sight("agency"), from, hub.journal().cut());

            assertThat(told.exercise()).isTrue();
            assertThat(told.claimed()).extracting(ClaimView::claim).containsExactly("new");
            assertThat(told.revised()).extracting(ClaimView::claim).containsExactly("held");
            assertThat(own.revised())
                    .extracting(ClaimView::claim)
                    .containsExactly("held", "secret");
            assertThat(told.registers())
                    .singleElement()
                    .satisfies(
                            one -> {
                                assertThat(one.register().rule()).isNotNull();
                                assertThat(one.register().coverage().daysReported()).isEqualTo(1);
                                assertThat(one.change().added()).isEqualTo(1);
                            });
            assertThat(told.statements())
                    .filteredOn(count -> count.type().equals("claims.claimed"))
                    .singleElement()
                    .satisfies(count -> assertThat(count.count()).isEqualTo(2));
        }
    }

    private static void claim(TestClaims hub, String name, String says, boolean own) {
        hub.journal()
                .journal()
                .submit(
                        new Submission<>(
                                TestJournal.OPERATION,
                                StatementId.derivedFrom(name, says),
                                Actor.signedIn(AGENCY, "desk"),
                                own
                                        ? Label.ownOnly(AGENCY)
                                        : Label.operation(AGENCY, FieldClass.OPERATIONAL),
                                hub.journal().now(),
                                new Claimed(
                                        name,
                                        ClaimKind.STATUS,
                                        "Truce",
                                        says,
                                        "a newspaper",
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        Map.of())));
    }
}
