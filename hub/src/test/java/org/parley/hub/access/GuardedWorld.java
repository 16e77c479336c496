package org.parley.hub.access;

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
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/// A database under row security with an operation in it: many labels, memberships and people with
/// sessions, drawn at random, and labels that no hub writes.
final class GuardedWorld implements AutoCloseable {

    private static final OperationId OPERATION = new OperationId("guarded");
    private static final List<String> ORGANISATIONS = List.of("north", "south", "west", "far");
    private static final List<String> GROUPS = List.of("health", "fuel");
    private static final int LABELS = 400;

    /// A place in the log after which nobody joined any group.
    private static final int AFTER_ALL = 1000;

    static final String DISABLED = "north-monitor-exact";

    private final DatabaseAccess database;
    private final Store store;
    private final List<Label> labels = new ArrayList<>();
    private final List<Who> people = new ArrayList<>();

    /// Somebody with a session, and the same as the hub's own layer knows them.
    record Who(String token, Reader reader, Role role) {}

    private GuardedWorld(DatabaseAccess database) {
        this.database = database;
        this.store = TestDatabase.guarded(database);
    }

    /// @param of whose world it is, printed with the seed
    static GuardedWorld told(String of) {
        var seed = Long.getLong("seed", 20_261_125L);
        System.out.println(of + " -Dseed=" + seed);
        var world = new GuardedWorld(TestDatabase.fresh());
        world.store.writer().executeWithoutResult(_ -> world.fill(new Random(seed)));
        return world;
    }

    Store store() {
        return store;
    }

    List<Who> people() {
        return people;
    }

    @Override
    public void close() {
        Behalf.nobody();
        store.close();
    }

    private void fill(Random random) {
        run("INSERT INTO journal.operation VALUES ('guarded', '{}', true, now())");
        run("INSERT INTO journal.operation VALUES ('other', '{}', true, now())");
        var texts = new TreeSet<String>();
        latecomers().forEach(label -> add(texts, label));
        while (labels.size() < LABELS) {
            add(texts, label(random));
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

    private void add(Set<String> texts, Label label) {
        if (texts.add(LabelText.write(label))) {
            labels.add(label);
            statement("guarded", labels.size(), label);
        }
    }

    /// Two who joined a group late, one by its place in the log and one by the days before, and
    /// what was addressed to that group at the very border of what they see and just before it.
    private List<Label> latecomers() {
        var byPlace = Map.of(GROUPS.getFirst(), new Backlog(7, Backlog.NO_DAY));
        var byDay = Map.of(GROUPS.getFirst(), new Backlog(100, 20_007));
        Map.of("late", byPlace, "later", byDay)
                .forEach(
                        (organisation, backlogs) -> {
                            backlogs.forEach(
                                    (group, backlog) -> membership(organisation, group, backlog));
                            people.add(
                                    account(
                                            organisation,
                                            false,
                                            backlogs,
                                            FieldClass.EXACT,
                                            Role.OBSERVER));
                        });
        return List.of(
                addressed(new Addressed(7, 20_006)),
                addressed(new Addressed(6, 20_007)),
                addressed(new Addressed(6, 20_006)),
                addressed(Addressed.LONG_AGO));
    }

    private static Label addressed(Addressed when) {
        return new Label(
                new PartnerId("elsewhere"),
                List.of(new Audience.Group(GROUPS.getFirst(), FieldClass.EXACT, when)),
                Sensitivity.HIGH);
    }

    /// Labels that no hub writes, and memberships that are over or elsewhere: nobody sees anything
    /// by them.
    private void strange() {
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
                    "{\"to\":\"group\",\"group\":\"%s\",\"afterJoining\":%d,\"upTo\":\"F3\"}"
                            .formatted(group, AFTER_ALL),
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

    private void raw(String operation, int number, String audience, String sensitivity) {
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

    private void statement(String operation, int number, Label label) {
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
        for (var gone : List.of(FieldClass.HEADER, FieldClass.OPERATIONAL, FieldClass.EXACT)) {
            run(
                    "INSERT INTO state.expired VALUES (%s, '%s', 'rule', 1, now(), %d, %d)"
                            .formatted(where, gone.code(), number, number));
        }
        for (var held : FieldClass.values()) {
            run(
                    "INSERT INTO journal.payload_held VALUES (%s, %d, 'note', '%s', 'name', '%s', '\\x%s', 't')"
                            .formatted(
                                    where,
                                    held.ordinal(),
                                    held.code(),
                                    "t".repeat(45),
                                    "00".repeat(16)));
        }
        if (isRuled(number)) {
            run(
                    "INSERT INTO state.text_ruling VALUES (%s, gen_random_uuid(), %b, now(), %d, %d)"
                            .formatted(where, isReleased(number), number, number));
        }
    }

    /// Two people have decided on the texts of two statements in three.
    private static boolean isRuled(int number) {
        return number % 3 != 2;
    }

    private static boolean isReleased(int number) {
        return number % 3 == 0;
    }

    private void membership(String organisation, String group, Backlog backlog) {
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

    private Who account(
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

    private void session(String token, String account, Instant until) {
        run(
                """
                INSERT INTO access.session (token, account, opened_at, ends_at)
                VALUES ('\\x%s', '%s', '2020-01-01T00:00:00Z', '%s')
                """
                        .formatted(hash(token), account, until));
    }

    static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    void run(String statement) {
        store.sql().sql(statement).update();
    }

    Set<Integer> numbers(String question) {
        return new TreeSet<>(store.sql().sql(question).query(Integer.class).list());
    }

    Set<Integer> allowed(Who who, FieldClass wanted) {
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

    boolean rowsAreRight() {
        return people.stream().allMatch(this::rowsAreRight);
    }

    boolean rowsAreRight(Who who) {
        Behalf.of(who.token());
        Behalf.in("guarded");
        var all = allowed(who, FieldClass.HEADER);
        var exact = allowed(who, FieldClass.EXACT);
        return numbers("SELECT label FROM journal.statement").equals(all)
                && numbers("SELECT idx::int FROM journal.payload").equals(all)
                && numbers("SELECT idx::int FROM journal.reference").equals(all)
                && numbers("SELECT idx::int FROM journal.payload_exact").equals(exact)
                && numbers("SELECT label FROM state.site_position").equals(exact)
                && Stream.of(FieldClass.HEADER, FieldClass.OPERATIONAL, FieldClass.EXACT)
                        .allMatch(
                                gone ->
                                        numbers(
                                                        "SELECT label FROM state.expired WHERE class = '%s'"
                                                                .formatted(gone.code()))
                                                .equals(allowed(who, gone)))
                && numbers("SELECT label FROM state.text_ruling")
                        .equals(those(all, GuardedWorld::isRuled))
                && Stream.of(FieldClass.values())
                        .allMatch(
                                held ->
                                        numbers(
                                                        "SELECT idx::int FROM journal.payload_held WHERE class = '%s'"
                                                                .formatted(held.code()))
                                                .equals(
                                                        those(
                                                                allowed(who, held),
                                                                GuardedWorld::isReleased)));
    }

    private static Set<Integer> those(Set<Integer> numbers, IntPredicate wanted) {
        return numbers.stream().filter(wanted::test).collect(Collectors.toCollection(TreeSet::new));
    }

    void asOwner(String statement) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                var each = connection.createStatement()) {
            each.execute(statement);
        }
    }
}
