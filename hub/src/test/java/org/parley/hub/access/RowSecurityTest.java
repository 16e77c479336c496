package org.parley.hub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.hub.journal.LabelText;
import org.parley.hub.store.Behalf;
import org.parley.hub.store.DatabaseAccess;
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
import org.springframework.dao.DataAccessException;

/// The database's own layer, alone: what a session's reader may see is worked out there again, and
/// no question gets around it.
class RowSecurityTest {

    private static final OperationId OPERATION = new OperationId("guarded");
    private static final List<String> ORGANISATIONS = List.of("north", "south", "west", "far");
    private static final List<String> GROUPS = List.of("health", "fuel");
    private static final int LABELS = 400;
    private static final String DISABLED = "north-monitor-exact";

    private static Store store;
    private static DatabaseAccess database;
    private static final List<Label> labels = new ArrayList<>();
    private static final List<Who> people = new ArrayList<>();

    /// Somebody with a session, and the same as the hub's own layer knows them.
    private record Who(String token, Reader reader, Role role) {}

    @BeforeAll
    static void tell() {
        var seed = Long.getLong("seed", System.nanoTime());
        System.out.println("RowSecurityTest -Dseed=" + seed);
        var random = new Random(seed);
        database = TestDatabase.fresh();
        store = TestDatabase.guarded(database);
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
        strange();
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

    /// Labels that no hub writes, and memberships that are over or elsewhere: nobody sees anything
    /// by them.
    private static void strange() {
        int number = 1000;
        for (var audience :
                List.of(
                        "{\"to\":\"organisations\",\"organisations\":[\"north\",\"south\",\"west\"],\"upTo\":\"F9\"}",
                        "{\"to\":\"everybody\",\"upTo\":\"F3\"}",
                        "{\"to\":\"group\",\"group\":\"\",\"upTo\":\"F3\"}",
                        "{\"to\":\"group\",\"group\":\"gone\",\"upTo\":\"F3\"}",
                        "{\"to\":\"group\",\"group\":\"elsewhere\",\"upTo\":\"F3\"}")) {
            raw("guarded", ++number, audience, "low");
        }
        raw("guarded", ++number, "{\"to\":\"public\",\"upTo\":\"F3\"}", "moderate");
        raw("guarded", ++number, "{\"to\":\"public\",\"upTo\":\"F3\"}", "high");
        raw("guarded", ++number, "{\"to\":\"operation\",\"upTo\":\"F3\"}", "high");
        raw("guarded", ++number, "{\"to\":\"operation\",\"upTo\":\"F3\"}", "severe");
        raw("guarded", ++number, "{\"to\":\"public\",\"upTo\":\"F3\"}", "severe");
        raw("guarded", ++number, "{\"to\":\"public\",\"upTo\":\"F3\"}", "unheard-of");
        for (var group : GROUPS) {
            raw(
                    "guarded",
                    ++number,
                    "{\"to\":\"group\",\"group\":\"%s\",\"upTo\":\"F3\"}".formatted(group),
                    "severe");
        }
        raw("other", ++number, "{\"to\":\"public\",\"upTo\":\"F3\"}", "low");
        for (var organisation : ORGANISATIONS) {
            run(
                    "INSERT INTO state.membership VALUES ('guarded', 'gone', '%s', 1, 0, 5)"
                            .formatted(organisation));
            run(
                    "INSERT INTO state.membership VALUES ('other', 'elsewhere', '%s', 1, 0)"
                            .formatted(organisation));
        }
        account("north", true, Map.of(), FieldClass.EXACT, Role.MONITOR);
        run("UPDATE access.account SET disabled_at = now() WHERE id = '%s'".formatted(DISABLED));
    }

    private static void raw(String operation, int number, String audience, String sensitivity) {
        run(
                """
                INSERT INTO journal.label (operation, number, text, salt)
                VALUES ('%s', %d, '{"originator":"strange","audience":[%s],"sensitivity":"%s"}', '\\x%s')
                """
                        .formatted(operation, number, audience, sensitivity, "00".repeat(16)));
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

    /// Whether what the function says of anybody differs from what the hub's own layer says; also
    /// for tokens that are over, of the disabled, or nobody's. A function that breaks differs.
    private static boolean differs() {
        try {
            for (var who : people) {
                for (var wanted : FieldClass.values()) {
                    if (!seen(who.token(), wanted).equals(List.copyOf(allowed(who, wanted)))) {
                        return true;
                    }
                }
                if (!seen("ended " + who.token(), FieldClass.HEADER).isEmpty()) {
                    return true;
                }
            }
            return !seen("token of " + DISABLED, FieldClass.HEADER).isEmpty()
                    || !seen("", FieldClass.HEADER).isEmpty();
        } catch (DataAccessException broken) {
            return true;
        }
    }

    private static List<Integer> seen(String token, FieldClass wanted) {
        Behalf.of(token);
        Behalf.in("guarded");
        return store.sql()
                .sql("SELECT unnest(access.labels(%d)) ORDER BY 1".formatted(wanted.ordinal()))
                .query((row, _) -> row.getInt(1))
                .list();
    }

    /// Fragments of the function and what takes their place, one at a time (trust.md A7).
    private static final List<List<String>> MUTATIONS =
            List.of(
                    List.of("m.operation = me.operation", "true", "false"),
                    List.of("m.organisation = me.organisation", "true", "false"),
                    List.of("m.known_until = 9223372036854775807", "true", "false"),
                    List.of("a.id = s.account", "true", "false"),
                    List.of("p.account = a.id", "true", "false"),
                    List.of("s.token = sha256(", "s.token <> sha256("),
                    List.of("s.ends_at > now()", "true", "false", "s.ends_at < now()"),
                    List.of("a.disabled_at IS NULL", "true", "false", "a.disabled_at IS NOT NULL"),
                    List.of(
                            "p.operation = current_setting('parley.operation', true)",
                            "true",
                            "false"),
                    List.of("p.role <> 'operator'", "true", "false", "p.role = 'operator'"),
                    List.of(
                            "right(p.ceiling, 1)::int >= wanted",
                            "true",
                            "false",
                            "right(p.ceiling, 1)::int > wanted",
                            "right(p.ceiling, 1)::int <= wanted"),
                    List.of("l.operation = me.operation", "true", "false"),
                    List.of(
                            "l.said ->> 'originator' = me.organisation",
                            "true",
                            "false",
                            "l.said ->> 'originator' <> me.organisation"),
                    List.of(
                            "entry ->> 'upTo' IN ('F0', 'F1', 'F2', 'F3')",
                            "true",
                            "false",
                            "entry ->> 'upTo' IN ('F1', 'F2', 'F3')",
                            "entry ->> 'upTo' IN ('F0', 'F2', 'F3')",
                            "entry ->> 'upTo' IN ('F0', 'F1', 'F3')",
                            "entry ->> 'upTo' IN ('F0', 'F1', 'F2')"),
                    List.of(
                            "right(entry ->> 'upTo', 1)::int >= wanted",
                            "true",
                            "false",
                            "right(entry ->> 'upTo', 1)::int > wanted",
                            "right(entry ->> 'upTo', 1)::int <= wanted"),
                    List.of("entry -> 'organisations' ? me.organisation", "true", "false"),
                    List.of("entry ->> 'group' <> ''", "true", "false"),
                    List.of("mine.grp = entry ->> 'group'", "true", "false"),
                    List.of(
                            "WHEN 'operation' THEN EXISTS (SELECT FROM mine WHERE mine.grp = '')",
                            "WHEN 'operation' THEN true",
                            "WHEN 'operation' THEN false"),
                    List.of("WHEN 'public' THEN true", "WHEN 'public' THEN false"),
                    List.of(
                            "WHEN 'public' THEN true\n                       ELSE false",
                            "WHEN 'public' THEN true\n                       ELSE true"),
                    List.of("WHEN 'low' THEN true", "WHEN 'low' THEN false"),
                    List.of(
                            "WHEN 'moderate' THEN entry ->> 'to' IN ('organisations', 'group', 'operation')",
                            "WHEN 'moderate' THEN true",
                            "WHEN 'moderate' THEN false",
                            "WHEN 'moderate' THEN entry ->> 'to' IN ('group', 'operation')",
                            "WHEN 'moderate' THEN entry ->> 'to' IN ('organisations', 'operation')",
                            "WHEN 'moderate' THEN entry ->> 'to' IN ('organisations', 'group')"),
                    List.of(
                            "WHEN 'high' THEN entry ->> 'to' IN ('organisations', 'group')",
                            "WHEN 'high' THEN true",
                            "WHEN 'high' THEN false",
                            "WHEN 'high' THEN entry ->> 'to' IN ('organisations')",
                            "WHEN 'high' THEN entry ->> 'to' IN ('group')",
                            "WHEN 'high' THEN entry ->> 'to' IN ('organisations', 'group', 'operation')"),
                    List.of(
                            "WHEN 'severe' THEN entry ->> 'to' = 'organisations'",
                            "WHEN 'severe' THEN true",
                            "WHEN 'severe' THEN false",
                            "WHEN 'severe' THEN entry ->> 'to' IN ('organisations', 'group')"),
                    List.of(
                            "WHEN 'severe' THEN entry ->> 'to' = 'organisations'\n                       ELSE false",
                            "WHEN 'severe' THEN entry ->> 'to' = 'organisations'\n                       ELSE true"));

    @Test
    void noPredicateOfTheFunctionCanBeChangedUnnoticed() throws SQLException {
        var whole = definition();
        var survivors = new ArrayList<String>();
        int number = 0;
        assertThat(differs()).as("as it stands").isFalse();
        try {
            for (var mutation : MUTATIONS) {
                var from = mutation.getFirst();
                assertThat(whole.split(Pattern.quote(from), -1))
                        .as("%s occurs once", from)
                        .hasSize(2);
                for (var to : mutation.subList(1, mutation.size())) {
                    number++;
                    asOwner(whole.replace(from, to));
                    if (!differs()) {
                        survivors.add(from + " -> " + to);
                    }
                }
            }
        } finally {
            asOwner(whole);
        }
        System.err.printf("mutation: %d changes of access.labels%n", number);

        assertThat(survivors).isEmpty();
        assertThat(differs()).as("as it stands").isFalse();
    }

    /// Each part of each policy over the tables that this test fills.
    @Test
    void noPolicyCanBeDroppedUnnoticed() throws SQLException {
        var survivors = new ArrayList<String>();
        for (var table :
                List.of(
                        "journal.statement",
                        "journal.payload",
                        "journal.payload_exact",
                        "journal.reference",
                        "state.site_position")) {
            var expression =
                    store.keeper()
                            .sql(
                                    """
                                    SELECT pg_get_expr(polqual, polrelid) FROM pg_policy
                                     WHERE polrelid = '%s'::regclass AND polname = 'those_who_ask'
                                    """
                                            .formatted(table))
                            .query((row, _) -> row.getString(1))
                            .single();
            for (var changed : List.of("true", "false", "NOT (" + expression + ")")) {
                asOwner("ALTER POLICY those_who_ask ON %s USING (%s)".formatted(table, changed));
                if (rowsAreRight()) {
                    survivors.add(table + ": " + changed);
                }
            }
            asOwner("ALTER POLICY those_who_ask ON %s USING (%s)".formatted(table, expression));
        }

        assertThat(survivors).isEmpty();
        assertThat(rowsAreRight()).as("as it stands").isTrue();
    }

    private static boolean rowsAreRight() {
        return people.stream().allMatch(RowSecurityTest::rowsAreRight);
    }

    private static boolean rowsAreRight(Who who) {
        Behalf.of(who.token());
        Behalf.in("guarded");
        var all = allowed(who, FieldClass.HEADER);
        var exact = allowed(who, FieldClass.EXACT);
        return numbers("SELECT label FROM journal.statement").equals(all)
                && numbers("SELECT idx::int FROM journal.payload").equals(all)
                && numbers("SELECT idx::int FROM journal.reference").equals(all)
                && numbers("SELECT idx::int FROM journal.payload_exact").equals(exact)
                && numbers("SELECT label FROM state.site_position").equals(exact);
    }

    private static String definition() {
        return store.keeper()
                .sql("SELECT pg_get_functiondef('access.labels(int)'::regprocedure)")
                .query((row, _) -> row.getString(1))
                .single();
    }

    private static void asOwner(String statement) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                var each = connection.createStatement()) {
            each.execute(statement);
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
