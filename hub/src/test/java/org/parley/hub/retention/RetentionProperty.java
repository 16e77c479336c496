package org.parley.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;
import static org.parley.hub.HubUnderTest.NORTH;
import static org.parley.hub.HubUnderTest.SOUTH;
import static org.parley.hub.retention.Moved.OPERATION;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Role;
import org.parley.hub.journal.JournalCheck;
import org.parley.hub.journal.Rebuild;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whatever is said, held and lifted, and however the clock moves: nothing is erased before its
/// time nor kept beyond the next sweep, nothing that a hold keeps, and nothing else changes.
class RetentionProperty {

    private static final long SEED = Long.getLong("parley.seed", 20311104L);
    private static final int ROUNDS = Integer.getInteger("parley.rounds", 30);
    private static final String HOST = "host-desk";

    private final Random random = new Random(SEED);
    private final Moved clock = new Moved();
    private final List<Said> said = new ArrayList<>();
    private final Map<String, Instant> last = new HashMap<>();
    private final Map<String, String> newest = new HashMap<>();
    private final Map<String, Boolean> withdrawn = new HashMap<>();
    private final Map<String, String> holds = new HashMap<>();
    private final Map<String, String> coarse = new HashMap<>();
    private int number;

    /// What the test remembers of a statement.
    private static final class Said {
        final String id;
        final String account;
        final String subject;
        final Instant heard;
        final @Nullable LocalDate until;
        boolean exact;
        boolean operational;

        Said(
                String id,
                String account,
                String subject,
                Instant heard,
                @Nullable LocalDate until,
                boolean exact,
                boolean operational) {
            this.id = id;
            this.account = account;
            this.subject = subject;
            this.heard = heard;
            this.until = until;
            this.exact = exact;
            this.operational = operational;
        }

        String kind() {
            return subject.substring(0, subject.indexOf('/'));
        }
    }

    @Test
    void nothingGoesEarlyOrLateOrFromUnderAHold() throws Exception {
        System.err.printf("retention: seed %d, %d rounds%n", SEED, ROUNDS);
        try (var hub = HubUnderTest.startBy(clock)) {
            hub.enrol(HOST, "host", Role.COORDINATOR);
            int erased = 0;
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = random.nextInt(6); i >= 0; i--) {
                    act(hub);
                }
                clock.by(Duration.ofHours(random.nextInt(1, random.nextBoolean() ? 48 : 1500)));
                int due = expect();
                assertThat(Moved.sweep(hub)).as("seed %d round %d", SEED, round).isEqualTo(due);
                erased += due;
                assertThat(stored(hub)).as("seed %d round %d", SEED, round).isEqualTo(expected());
            }
            System.err.printf("retention: %d statements, %d erased in part%n", said.size(), erased);
            assertThat(erased).isPositive();
            assertThat(hub.bean(Rebuild.class).run(OPERATION).same()).isTrue();
            var check = hub.bean(JournalCheck.class);
            check.run(OPERATION, check.keys(OPERATION));
            assertThat(coarse(hub)).as("everything else").containsAllEntriesOf(coarse);
        }
    }

    private void act(HubUnderTest hub) {
        switch (random.nextInt(8)) {
            case 0, 1 -> site(hub);
            case 2, 3 -> consignment(hub);
            case 4 -> corridor(hub);
            case 5 -> withdraw(hub);
            case 6 -> hold(hub);
            default -> lift(hub);
        }
        coarse(hub).forEach(coarse::putIfAbsent);
    }

    private String say(HubUnderTest hub, String account, String type, String says) {
        var id = UUID.nameUUIDFromBytes(("r" + number++).getBytes()).toString();
        var answer =
                hub.as(account)
                        .post(
                                inOperation("/statements"),
                                "{\"id\":\"%s\",\"type\":\"%s\",\"says\":%s}"
                                        .formatted(id, type, says));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return id;
    }

    private void remember(
            String id,
            String account,
            String subject,
            @Nullable LocalDate until,
            boolean exact,
            boolean operational) {
        said.add(new Said(id, account, subject, clock.now(), until, exact, operational));
        last.put(subject, clock.now());
    }

    private @Nullable LocalDate until() {
        return random.nextInt(3) == 0
                ? null
                : LocalDate.ofInstant(clock.now(), ZoneOffset.UTC).plusDays(random.nextInt(-5, 90));
    }

    private static String quoted(@Nullable LocalDate day) {
        return day == null ? "null" : "\"" + day + "\"";
    }

    private String account() {
        return random.nextBoolean() ? NORTH : SOUTH;
    }

    private void site(HubUnderTest hub) {
        var account = account();
        var site = "s-" + random.nextInt(6);
        var until = until();
        var id =
                say(
                        hub,
                        account,
                        "places.site-described",
                        """
                        {"site":"%s","kind":"warehouse","names":{"common":{"en":"Depot"},"byParty":{}},
                         "until":%s,"position":{"longitude":31.25,"latitude":1.5}}"""
                                .formatted(site, quoted(until)));
        remember(id, account, "site/" + site, until, true, false);
        newest.put(account + " site/" + site, id);
    }

    private void corridor(HubUnderTest hub) {
        var account = account();
        var corridor = "c-" + random.nextInt(3);
        var until = until();
        var id =
                say(
                        hub,
                        account,
                        "places.corridor-described",
                        """
                        {"corridor":"%s","names":{"common":{"en":"Road"},"byParty":{}},
                         "stops":["a-1","a-2"],"until":%s}"""
                                .formatted(corridor, quoted(until)));
        remember(id, account, "corridor/" + corridor, until, false, true);
        newest.put(account + " corridor/" + corridor, id);
    }

    private void consignment(HubUnderTest hub) {
        var consignment = "CN-" + number;
        var id =
                say(
                        hub,
                        NORTH,
                        "flow.consignment-requested",
                        """
                        {"consignment":"%s","kind":"humanitarian","sender":"north-aid",
                         "receiver":"south-relief","authorities":["host"],"origin":"depot-1",
                         "corridor":"c-1","references":[],"lines":[{"line":"1",
                         "description":"tents","category":"shelter","quantity":12.50,"unit":"PX"}]}"""
                                .formatted(consignment));
        remember(id, NORTH, "consignment/" + consignment, null, true, true);
        withdrawn.put("consignment/" + consignment, false);
    }

    private void withdraw(HubUnderTest hub) {
        withdrawn.entrySet().stream()
                .filter(one -> !one.getValue())
                .map(Map.Entry::getKey)
                .filter(subject -> said.stream().allMatch(one -> stands(one, subject)))
                .sorted()
                .findFirst()
                .ifPresent(
                        subject -> {
                            var id =
                                    say(
                                            hub,
                                            NORTH,
                                            "flow.consignment-withdrawn",
                                            "{\"consignment\":\"%s\",\"reason\":\"not needed\"}"
                                                    .formatted(
                                                            subject.substring(
                                                                    "consignment/".length())));
                            remember(id, NORTH, subject, null, false, true);
                            withdrawn.put(subject, true);
                        });
    }

    /// What lost its lines is no consignment that could be withdrawn any more.
    private static boolean stands(Said one, String subject) {
        return !one.subject.equals(subject) || one.operational;
    }

    private void hold(HubUnderTest hub) {
        if (said.isEmpty()) {
            return;
        }
        var one = said.get(random.nextInt(said.size()));
        if (holds.containsKey(one.id)) {
            return;
        }
        holds.put(
                one.id,
                say(
                        hub,
                        HOST,
                        "retention.hold-placed",
                        "{\"originator\":\"%s\",\"record\":\"%s\",\"reason\":\"inquiry\"}"
                                .formatted(originator(one), one.id)));
    }

    private static String originator(Said one) {
        return one.account.equals(NORTH) ? "north-aid" : "south-relief";
    }

    private void lift(HubUnderTest hub) {
        var held = holds.keySet().stream().sorted().toList();
        if (!held.isEmpty()) {
            var record = held.get(random.nextInt(held.size()));
            say(
                    hub,
                    HOST,
                    "retention.hold-lifted",
                    "{\"hold\":\"%s\",\"reason\":\"closed\"}".formatted(holds.remove(record)));
        }
    }

    /// The rules as trust.md 5.4 and the dictionary tell them, said again in the plainest way.
    private int expect() {
        var exact = said.stream().filter(one -> one.exact && isExactDue(one)).toList();
        var operational =
                said.stream().filter(one -> one.operational && isOperationalDue(one)).toList();
        exact.forEach(one -> one.exact = false);
        operational.forEach(one -> one.operational = false);
        return exact.size() + operational.size();
    }

    private boolean isExactDue(Said one) {
        if (holds.containsKey(one.id)) {
            return false;
        }
        var since = last.getOrDefault(one.subject, Instant.MAX);
        if (one.kind().equals("site")) {
            return !isActive(one) && isOver(since(one, since), 30);
        }
        return isOver(since, withdrawn.getOrDefault(one.subject, false) ? 30 : 365);
    }

    private boolean isOperationalDue(Said one) {
        if (holds.containsKey(one.id)) {
            return false;
        }
        return one.kind().equals("corridor")
                ? !isActive(one) && isOver(since(one, one.heard), 365)
                : isOver(last.getOrDefault(one.subject, Instant.MAX), 365);
    }

    private boolean isNewest(Said one) {
        return one.id.equals(newest.get(one.account + " " + one.subject));
    }

    private boolean isActive(Said one) {
        var today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
        return isNewest(one) && (one.until == null || !one.until.isBefore(today));
    }

    private Instant since(Said one, Instant since) {
        if (!isNewest(one) || one.until == null) {
            return since;
        }
        var end = one.until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return end.isAfter(since) ? end : since;
    }

    private boolean isOver(Instant since, int days) {
        return !since.plus(Duration.ofDays(days)).isAfter(clock.now());
    }

    private Map<String, String> expected() {
        var expected = new HashMap<String, String>();
        said.forEach(one -> expected.put(one.id, one.exact + " " + one.operational));
        return expected;
    }

    private Map<String, String> stored(HubUnderTest hub) {
        var stored = new HashMap<String, String>();
        hub.bean("keeper", JdbcClient.class)
                .sql(
                        """
                        SELECT s.id, e.idx IS NOT NULL AS exact,
                               jsonb_exists(p.fields::jsonb, 'F2') AS operational
                          FROM journal.statement s
                          JOIN journal.payload p ON p.operation = s.operation AND p.idx = s.idx
                          LEFT JOIN journal.payload_exact e
                            ON e.operation = s.operation AND e.idx = s.idx
                        """)
                .query(
                        row -> {
                            stored.put(
                                    row.getString("id"),
                                    row.getBoolean("exact") + " " + row.getBoolean("operational"));
                        });
        stored.keySet().retainAll(expected().keySet());
        return stored;
    }

    /// What no rule here takes: headers and coarse fields, as they are stored.
    private static Map<String, String> coarse(HubUnderTest hub) {
        var coarse = new HashMap<String, String>();
        hub.bean("keeper", JdbcClient.class)
                .sql(
                        """
                        SELECT s.id, (p.fields::jsonb - 'F2')::text AS fields
                          FROM journal.statement s
                          JOIN journal.payload p ON p.operation = s.operation AND p.idx = s.idx
                        """)
                .query(
                        row -> {
                            coarse.put(row.getString("id"), row.getString("fields"));
                        });
        return coarse;
    }
}
