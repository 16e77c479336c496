package org.parley.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;
import static org.parley.hub.HubUnderTest.NORTH;
import static org.parley.hub.HubUnderTest.SOUTH;
import static org.parley.hub.retention.Moved.OPERATION;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Role;
import org.parley.hub.journal.JournalCheck;
import org.parley.hub.journal.Rebuild;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What is left of an operation goes when its agreement is long over; who read what goes when the
/// operation says, by the hub's own clock.
class RecordsStory {

    private static final String HOST = "host-desk";
    private static final String DEPUTY = "host-deputy";

    private final Moved clock = new Moved();
    private final HubUnderTest hub = HubUnderTest.startBy(clock);

    RecordsStory() {
        hub.enrol(HOST, "host", Role.COORDINATOR);
        hub.enrol(DEPUTY, "host", Role.COORDINATOR);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private String say(String account, String type, String says, int status) {
        var id = UUID.randomUUID().toString();
        var answer =
                hub.as(account)
                        .post(
                                inOperation("/statements"),
                                "{\"id\":\"%s\",\"type\":\"%s\",\"says\":%s}"
                                        .formatted(id, type, says));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return id;
    }

    /// What two people say.
    private void together(String type, String says) {
        var proposal = say(HOST, type, says, 202);
        var agreement = inOperation("/proposals/%s/agreement".formatted(proposal));
        assertThat(hub.as(DEPUTY).post(agreement, "{}").status()).isEqualTo(201);
    }

    private HubClient.Answer read(String id) {
        return hub.as(SOUTH).get(inOperation("/statements/north-aid/" + id));
    }

    private List<String> kept(String question) {
        return hub.bean("keeper", JdbcClient.class)
                .sql(question)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void whatIsLeftGoesTenYearsAfterTheAgreementButForWhoTakesPart() throws Exception {
        var seat =
                say(
                        NORTH,
                        "partners.seat-reported",
                        "{\"partner\":\"north-aid\",\"stage\":\"seated\",\"on\":\"2026-03-01\",\"approximate\":false}",
                        201);
        var receipt =
                hub.as(SOUTH).get(inOperation("/statements/north-aid/%s/receipt".formatted(seat)));
        clock.by(Duration.ofDays(4_000));
        assertThat(Moved.sweep(hub)).as("while the agreement goes on").isZero();
        together(
                "retention.agreement-ended",
                "{\"on\":\"%s\"}".formatted(clock.now().toString().substring(0, 10)));
        clock.by(Duration.ofDays(400));
        Moved.sweep(hub); // what the two people proposed is exact, and goes sooner
        clock.by(Duration.ofDays(3_250));
        assertThat(Moved.sweep(hub)).as("on the last of the days").isZero();
        assertThat(read(seat).json().at("/says/stage").asString()).isEqualTo("seated");

        clock.by(Duration.ofDays(1));
        assertThat(Moved.sweep(hub)).isPositive();

        assertThat(read(seat).json().at("/says/stage").isMissingNode()).isTrue();
        assertThat(read(seat).json().at("/expired/0/rule").asString()).isEqualTo("record");
        assertThat(kept("SELECT fields FROM journal.payload WHERE fields LIKE '%seated%'"))
                .isEmpty();
        assertThat(hub.as(SOUTH).get(inOperation("/partners")).status()).isEqualTo(200);
        assertThat(
                        hub.as(SOUTH)
                                .get(
                                        inOperation(
                                                "/statements/north-aid/%s/receipt".formatted(seat)))
                                .text())
                .isEqualTo(receipt.text());
        assertThat(hub.bean(Rebuild.class).run(OPERATION).same()).isTrue();
        var check = hub.bean(JournalCheck.class);
        assertThat(check.run(OPERATION, check.keys(OPERATION)).statements()).isPositive();
    }

    @Test
    void whoReadAndPulledWhatIsKeptAsLongAsTheOperationSays() throws Exception {
        say(
                HOST,
                "retention.period-set",
                "{\"keeps\":\"reads\",\"days\":100,\"purpose\":\"looking after readers\"}",
                201);
        for (int days : List.of(99, 102)) {
            hub.bean("writer", TransactionTemplate.class)
                    .executeWithoutResult(
                            _ -> {
                                var sql = hub.bean("keeper", JdbcClient.class);
                                sql.sql(
                                                """
                                                INSERT INTO audit.exact_read (operation, originator,
                                                       idx, statement, organisation, account, way,
                                                       at, size)
                                                SELECT operation, originator, idx, id,
                                                       'south-relief', 'reader-' || :days, 'api',
                                                       now() - make_interval(days => :days), idx + 1
                                                  FROM journal.statement LIMIT 1
                                                """)
                                        .param("days", days)
                                        .update();
                                sql.sql(
                                                """
                                                INSERT INTO audit.pulled
                                                SELECT operation, 'pulls-' || :days,
                                                       current_date - :days, idx, originator
                                                  FROM journal.statement LIMIT 1
                                                """)
                                        .param("days", days)
                                        .update();
                            });
        }

        Moved.sweep(hub);

        assertThat(kept("SELECT account FROM audit.exact_read")).containsExactly("reader-99");
        assertThat(kept("SELECT organisation FROM audit.pulled")).containsExactly("pulls-99");
    }
}
