package org.parley.hub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.hub.journal.LabelText;
import org.parley.hub.store.Behalf;
import org.parley.hub.store.Store;
import org.parley.hub.store.TestDatabase;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.audience.Addressed;
import org.parley.kernel.audience.Audience;
import org.parley.kernel.audience.Backlog;
import org.parley.kernel.audience.Clearance;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.audience.Reader;
import org.parley.kernel.audience.Sensitivity;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// The database's own layer, alone: what a session's reader may see is worked out there again, and
/// no question gets around it.
class RowSecurityTest {

    private static final OperationId OPERATION = new OperationId("guarded");
    private static final List<String> ORGANISATIONS = List.of("north", "south", "west", "far");
    private static final List<String> GROUPS = List.of("health", "fuel");
    private static final int LABELS = 400;

    private static Store store;
    private static final List<Label> labels = new ArrayList<>();
    private static final List<Who> people = new ArrayList<>();

    /// Somebody with a session, and the same as the hub's own layer knows them.
    private record Who(String token, Reader reader, Role role) {}

    @BeforeAll
    static void tell() {
        var seed = Long.getLong("seed", System.nanoTime());
        System.out.println("RowSecurityTest -Dseed=" + seed);
        var random = new Random(seed);
        store = TestDatabase.guarded();
        store.writer().executeWithoutResult(_ -> fill(random));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @AfterEach
    void leave() {
        Behalf.nobody();
    }

    private static void fill(Random random) {
        run("INSERT INTO journal.operation VALUES ('guarded', '{}', true, now())");
        run("INSERT INTO journal.operation VALUES ('other', '{}', true, now())");
        var texts = new TreeSet<String>();
        while (labels.size() < LABELS) {
            var label = label(random);
            if (texts.add(LabelText.write(label))) {
                labels.add(label);
                statement("guarded", labels.size(), label);
            }
        }
        statement("other", 1, labels.getFirst());
        for (var organisation : ORGANISATIONS) {
            var groups = groups(random);
            boolean member = !organisation.equals("far");
            var known = new TreeSet<>(groups);
            if (member) {
                known.add("");
            }
            var backlogs = new TreeMap<String, Backlog>();
            groups.forEach(group -> backlogs.put(group, backlog(random)));
            known.forEach(
                    group ->
                            membership(
                                    organisation,
                                    group,
                                    backlogs.getOrDefault(group, Backlog.ALL)));
            for (var ceiling : FieldClass.values()) {
                for (var role : List.of(Role.OBSERVER, Role.OPERATOR)) {
                    people.add(account(organisation, member, backlogs, ceiling, role));
                }
            }
        }
    }

    private static Label label(Random random) {
        while (true) {
            var entries = new ArrayList<Audience>();
            for (int i = random.nextInt(4); i > 0; i--) {
                entries.add(entry(random));
            }
            try {
                return new Label(
                        new PartnerId(one(random, ORGANISATIONS)),
                        entries,
                        Sensitivity.values()[random.nextInt(4)]);
            } catch (InvalidValue _) {
                // wider than its sensitivity allows: drawn again
            }
        }
    }

    private static Audience entry(Random random) {
        var upTo = FieldClass.values()[random.nextInt(4)];
        return switch (random.nextInt(5)) {
            case 0 -> new Audience.Private(upTo);
            case 1 ->
                    new Audience.Organisations(
                            Set.of(
                                    new PartnerId(one(random, ORGANISATIONS)),
                                    new PartnerId("elsewhere")),
                            upTo);
            case 2 -> new Audience.Group(one(random, GROUPS), upTo, addressed(random));
            case 3 -> new Audience.Operation(upTo);
            default -> new Audience.Public(upTo);
        };
    }

    private static Addressed addressed(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Addressed.LONG_AGO;
            case 1 -> new Addressed(random.nextInt(20), Long.MIN_VALUE);
            default -> new Addressed(random.nextInt(20), 20_000 + random.nextInt(20));
        };
    }

    private static Backlog backlog(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Backlog.ALL;
            case 1 -> new Backlog(random.nextInt(20), Backlog.NO_DAY);
            default -> new Backlog(random.nextInt(20), 20_000 + random.nextInt(20));
        };
    }

    private static Set<String> groups(Random random) {
        var in = new TreeSet<String>();
        GROUPS.stream().filter(_ -> random.nextBoolean()).forEach(in::add);
        return in;
    }

    private static String one(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static void statement(String operation, int number, Label label) {
        var where = "'%s', %d".formatted(operation, number);
        run(
                "INSERT INTO journal.label (operation, number, text, salt) VALUES (%s, '%s', '\\x%s')"
                        .formatted(where, LabelText.write(label), "00".repeat(16)));
        run(
                """
                INSERT INTO journal.statement VALUES (%s, gen_random_uuid(), '%s', 'a.b', 1,
                    'hub-attested', %d, now(), now(), '{}', NULL, NULL, '', sha256(''))
                """
                        .formatted(where, label.originator(), number));
        run(
                "INSERT INTO journal.payload VALUES (%s, 's', 'a', '\\x%s', '\\x%s', '{}', sha256(''))"
                        .formatted(where, "00".repeat(16), "00".repeat(96)));
        run("INSERT INTO journal.payload_exact VALUES (%s, sha256(''), '{}')".formatted(where));
        run(
                "INSERT INTO journal.reference VALUES (%s, 'answers', 'north', gen_random_uuid())"
                        .formatted(where));
        run(
                """
                INSERT INTO state.site_position VALUES ('%s', 'site-%d', '%s', 1, 1, %d, %d)
                """
                        .formatted(operation, number, label.originator(), number, number));
    }

    private static void membership(String organisation, String group, Backlog backlog) {
        run(
                "INSERT INTO state.membership (operation, grp, organisation, label, known_from, joined, from_day)"
                        + " VALUES ('guarded', '%s', '%s', 1, 0, %d, %s)"
                                .formatted(
                                        group,
                                        organisation,
                                        backlog.joined(),
                                        backlog.fromDay() == Backlog.NO_DAY
                                                ? "NULL"
                                                : Long.toString(backlog.fromDay())));
    }

    private static Who account(
            String organisation,
            boolean member,
            Map<String, Backlog> groups,
            FieldClass upTo,
            Role role) {
        var id = "%s-%s-%s".formatted(organisation, role.code(), upTo.name().toLowerCase());
        run(
                "INSERT INTO access.account (id, organisation, name, machine, demo)"
                        + " VALUES ('%s', '%s', 'Desk', false, false)".formatted(id, organisation));
        for (var operation : List.of("guarded", "other")) {
            run(
                    "INSERT INTO access.part (account, operation, role, ceiling)"
                            + " VALUES ('%s', '%s', '%s', '%s')"
                                    .formatted(id, operation, role.code(), upTo.code()));
        }
        session("token of " + id, id, Instant.now().plusSeconds(600));
        session("ended token of " + id, id, Instant.now().minusSeconds(1));
        var reader =
                new Reader(
                        OPERATION,
                        new PartnerId(organisation),
                        member,
                        upTo,
                        groups.keySet(),
                        groups);
        return new Who("token of " + id, reader, role);
    }

    private static void session(String token, String account, Instant until) {
        run(
                """
                INSERT INTO access.session (token, account, opened_at, ends_at)
                VALUES ('\\x%s', '%s', '2020-01-01T00:00:00Z', '%s')
                """
                        .formatted(hash(token), account, until));
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static void run(String statement) {
        store.sql().sql(statement).update();
    }

    private static Set<Integer> numbers(String question) {
        return new TreeSet<>(store.sql().sql(question).query(Integer.class).list());
    }

    private static Set<Integer> allowed(Who who, FieldClass wanted) {
        var numbers = new TreeSet<Integer>();
        if (who.role().reads()) {
            for (int i = 0; i < labels.size(); i++) {
                if (Clearance.ceiling(who.reader(), labels.get(i))
                        .map(ceiling -> ceiling.covers(wanted))
                        .orElse(false)) {
                    numbers.add(i + 1);
                }
            }
        }
        return numbers;
    }

    @Test
    void eachSessionSeesWhatTheHubsOwnLayerAllowsAndNothingLess() {
        for (var who : people) {
            Behalf.of(who.token());
            Behalf.in("guarded");

            for (var wanted : FieldClass.values()) {
                assertThat(numbers("SELECT unnest(access.labels(%d))".formatted(wanted.ordinal())))
                        .as("%s, %s", who, wanted)
                        .isEqualTo(allowed(who, wanted));
            }
            var all = allowed(who, FieldClass.HEADER);
            var exact = allowed(who, FieldClass.EXACT);
            assertThat(numbers("SELECT label FROM journal.statement")).isEqualTo(all);
            assertThat(numbers("SELECT idx::int FROM journal.payload")).isEqualTo(all);
            assertThat(numbers("SELECT idx::int FROM journal.reference")).isEqualTo(all);
            assertThat(numbers("SELECT idx::int FROM journal.payload_exact")).isEqualTo(exact);
            assertThat(numbers("SELECT label FROM state.site_position")).isEqualTo(exact);
        }
    }

    @Test
    void whoHasNoTokenSeesNothingWhateverIsSet() {
        var guesses =
                new ArrayList<>(
                        List.of("", "north", "' OR true --", "ended " + people.get(0).token()));
        people.forEach(who -> guesses.add(hash(who.token())));
        for (var guess : guesses) {
            Behalf.of(guess);
            Behalf.in("guarded");

            assertThat(numbers("SELECT label FROM journal.statement")).as(guess).isEmpty();
            assertThat(numbers("SELECT label FROM state.site_position")).as(guess).isEmpty();
        }
    }

    @Test
    void aDisabledAccountSeesNothingFromThenOn() {
        var who = people.stream().filter(one -> one.role().reads()).toList().getLast();
        Behalf.of(who.token());
        Behalf.in("guarded");
        assertThat(numbers("SELECT label FROM journal.statement")).isNotEmpty();

        store.writer().executeWithoutResult(_ -> disable(who, "now()"));
        assertThat(numbers("SELECT label FROM journal.statement")).isEmpty();
        store.writer().executeWithoutResult(_ -> disable(who, "NULL"));
    }

    private static void disable(Who who, String at) {
        run(
                "UPDATE access.account SET disabled_at = %s WHERE id = '%s'"
                        .formatted(at, who.token().substring("token of ".length())));
    }

    @Test
    void aQuestionIsAboutOneOperationAndThatOneOnly() {
        var who = people.stream().filter(one -> one.role().reads()).findFirst().orElseThrow();
        Behalf.of(who.token());
        Behalf.in("guarded");

        assertThat(
                        store.sql()
                                .sql("SELECT DISTINCT operation FROM journal.statement")
                                .query(String.class)
                                .list())
                .containsOnly("guarded");
        Behalf.in("");
        assertThat(numbers("SELECT label FROM journal.statement")).isEmpty();
    }

    @Test
    void sessionsAccountsAndLabelsAreNotReadAtAll() {
        for (var table :
                List.of("access.session", "access.account", "access.part", "journal.label")) {
            assertThatThrownBy(() -> numbers("SELECT 1 FROM " + table))
                    .hasRootCauseMessage(
                            "ERROR: permission denied for table " + table.split("\\.")[1]);
        }
    }

    @Test
    void everyTableWithALabelIsUnderRowSecurity() {
        var bare =
                store.keeper()
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
                store.keeper()
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
                        "quorum",
                        "outbox",
                        "outbox_delivery");
    }
}
