package org.parley.hub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.hub.store.Behalf;
import org.parley.kernel.audience.FieldClass;

/// The database's own layer, alone: what a session's reader may see is worked out there again, and
/// no question gets around it.
class RowSecurityTest {

    private static GuardedWorld world;

    @BeforeAll
    static void tell() {
        world = GuardedWorld.told("RowSecurityTest");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @AfterEach
    void leave() {
        Behalf.nobody();
    }

    @Test
    void eachSessionSeesWhatTheHubsOwnLayerAllowsAndNothingLess() {
        for (var who : world.people()) {
            Behalf.of(who.token());
            Behalf.in("guarded");

            for (var wanted : FieldClass.values()) {
                assertThat(
                                world.numbers(
                                        "SELECT unnest(access.labels(%d))"
                                                .formatted(wanted.ordinal())))
                        .as("%s, %s", who, wanted)
                        .isEqualTo(world.allowed(who, wanted));
            }
            var all = world.allowed(who, FieldClass.HEADER);
            var exact = world.allowed(who, FieldClass.EXACT);
            assertThat(world.numbers("SELECT label FROM journal.statement")).isEqualTo(all);
            assertThat(world.numbers("SELECT idx::int FROM journal.payload")).isEqualTo(all);
            assertThat(world.numbers("SELECT idx::int FROM journal.reference")).isEqualTo(all);
            assertThat(world.numbers("SELECT idx::int FROM journal.payload_exact"))
                    .isEqualTo(exact);
            assertThat(world.numbers("SELECT label FROM state.site_position")).isEqualTo(exact);
        }
    }

    @Test
    void whoHasNoTokenSeesNothingWhateverIsSet() {
        var guesses =
                new ArrayList<>(
                        List.of(
                                "",
                                "north",
                                "' OR true --",
                                "ended " + world.people().get(0).token()));
        world.people().forEach(who -> guesses.add(GuardedWorld.hash(who.token())));
        for (var guess : guesses) {
            Behalf.of(guess);
            Behalf.in("guarded");

            assertThat(world.numbers("SELECT label FROM journal.statement")).as(guess).isEmpty();
            assertThat(world.numbers("SELECT label FROM state.site_position")).as(guess).isEmpty();
        }
    }

    @Test
    void aDisabledAccountSeesNothingFromThenOn() {
        var who = world.people().stream().filter(one -> one.role().reads()).toList().getLast();
        Behalf.of(who.token());
        Behalf.in("guarded");
        assertThat(world.numbers("SELECT label FROM journal.statement")).isNotEmpty();

        world.store().writer().executeWithoutResult(_ -> disable(who, "now()"));
        assertThat(world.numbers("SELECT label FROM journal.statement")).isEmpty();
        world.store().writer().executeWithoutResult(_ -> disable(who, "NULL"));
    }

    private static void disable(GuardedWorld.Who who, String at) {
        world.run(
                "UPDATE access.account SET disabled_at = %s WHERE id = '%s'"
                        .formatted(at, who.token().substring("token of ".length())));
    }

    @Test
    void aQuestionIsAboutOneOperationAndThatOneOnly() {
        var who =
                world.people().stream().filter(one -> one.role().reads()).findFirst().orElseThrow();
        Behalf.of(who.token());
        Behalf.in("guarded");

        assertThat(
                        world.store()
                                .sql()
                                .sql("SELECT DISTINCT operation FROM journal.statement")
                                .query(String.class)
                                .list())
                .containsOnly("guarded");
        Behalf.in("");
        assertThat(world.numbers("SELECT label FROM journal.statement")).isEmpty();
    }

    @Test
    void sessionsAccountsAndLabelsAreNotReadAtAll() {
        for (var table :
                List.of("access.session", "access.account", "access.part", "journal.label")) {
            assertThatThrownBy(() -> world.numbers("SELECT 1 FROM " + table))
                    .hasRootCauseMessage(
                            "ERROR: permission denied for table " + table.split("\\.")[1]);
        }
    }

    @Test
    void everyTableWithALabelIsUnderRowSecurity() {
        var bare =
                world.store()
                        .keeper()
                        .sql(
                                """
                                SELECT c.oid::regclass::text
                                  FROM pg_class c
                                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'label'
                                 WHERE c.relkind IN ('r', 'p') AND NOT a.attisdropped
                                   AND c.relnamespace::regnamespace::text IN ('state', 'journal')
                                   AND NOT (c.relrowsecurity
                                            AND EXISTS (SELECT FROM pg_policy p
                                                         WHERE p.polrelid = c.oid
                                                           AND 'parley_reader'::regrole = ANY (p.polroles)))
                                """)
                        .query(String.class)
                        .list();

        assertThat(bare).as("call access.protect in the table's migration").isEmpty();
    }

    @Test
    void everyTableWithoutALabelIsClosedToReadersOrHoldsNoRecord() {
        var open =
                world.store()
                        .keeper()
                        .sql(
                                """
                                SELECT c.relname FROM pg_class c
                                 WHERE c.relkind IN ('r', 'p') AND NOT c.relrowsecurity
                                   AND c.relnamespace::regnamespace::text IN ('state', 'journal', 'access')
                                   AND has_table_privilege('parley_reader', c.oid, 'SELECT')
                                """)
                        .query(String.class)
                        .list();

        assertThat(open)
                .containsExactlyInAnyOrder(
                        "operation",
                        "tree",
                        "tile",
                        "checkpoint",
                        "cosignature",
                        "former_key",
                        "quorum",
                        "outbox",
                        "outbox_delivery");
    }
}
