package org.parley.hub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.hub.HubClient.inOperation;
import static org.parley.hub.HubUnderTest.NORTH;
import static org.parley.hub.retention.Moved.OPERATION;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.journal.HubReadOnly;
import org.parley.hub.journal.JournalCheck;
import org.parley.hub.journal.Rebuild;
import org.parley.hub.retention.Moved;
import org.parley.hub.store.Restore;
import org.parley.kernel.proof.VerifierKey;
import tools.jackson.databind.JsonNode;

/// What becomes of erasures when a backup is restored. What was gone is not in the file; what was
/// asked for and not carried out yet is gone once the file is restored; what was asked for after
/// the file was written is back, and the hub says so and takes nothing more, unless it has another
/// signer.
class RestoredErasureStory {

    private static final String GONE = "Gonesworth";
    private static final String GONE_AT = "31.1111";
    private static final String ASKED = "Askedminster";
    private static final String ASKED_AT = "32.2222";
    private static final String DUE_AT = "33.3333";
    private static final String LATER = "Latermouth";
    private static final int HEAD = "parley-backup 1\n".length();
    private static final int TAIL = "\nsha256 ".length() + 64 + 1;

    private static final Moved CLOCK = new Moved();

    @TempDir static Path temporary;
    static Path file;
    static String signer;
    static String asked;
    static String askedAt;
    static String later;
    static List<VerifierKey> keys;

    @BeforeAll
    static void backUpWhileErasuresAreOwed() throws Exception {
        file = temporary.resolve("parley.backup");
        try (var hub = HubUnderTest.startBy(CLOCK)) {
            signer = hub.setting("parley.journal.signer");
            keys = hub.bean(JournalCheck.class).keys(OPERATION);
            erase(hub, describe(hub, GONE, "null", ""));
            describe(hub, "old", inDays(0), position(GONE_AT));
            CLOCK.by(Duration.ofDays(31));
            assertThat(Moved.sweep(hub)).isEqualTo(1);
            nowhere(hub, GONE);
            nowhere(hub, GONE_AT);

            asked = describe(hub, ASKED, "null", "");
            later = describe(hub, LATER, "null", "");
            describe(hub, "oldest", inDays(200), position(DUE_AT));
            askedAt = describe(hub, "older", inDays(0), position(ASKED_AT));
            CLOCK.by(Duration.ofDays(31));
            // Who erases waits for these rows, as if the hub were slow or about to be killed.
            try (var owner = owner(hub);
                    var lock = owner.createStatement()) {
                owner.setAutoCommit(false);
                lock.execute("SELECT FROM journal.payload FOR UPDATE");
                lock.execute("SELECT FROM journal.payload_exact FOR UPDATE");
                erase(hub, asked);
                assertThat(Moved.begin(hub)).isEqualTo(1);
                readLongAgo(hub);
                assertThat(run(hub.bean(BackupCommand.class), "backup", file)).contains("Wrote");
                owner.rollback();
            }
            erase(hub, later);
            Moved.awaitAll(hub);
            for (var text : List.of(ASKED, ASKED_AT, LATER)) {
                nowhere(hub, text);
            }
        }
    }

    private static String inDays(int days) {
        var day = CLOCK.now().plus(Duration.ofDays(days)).toString().substring(0, 10);
        return "\"%s\"".formatted(day);
    }

    private static String position(String longitude) {
        return ",\"position\":{\"longitude\":%s,\"latitude\":1.5}".formatted(longitude);
    }

    /// @return the statement's id
    private static String describe(HubUnderTest hub, String name, String until, String position) {
        return say(
                hub,
                "places.site-described",
                """
                {"site":"depot-%s","kind":"warehouse",
                 "names":{"common":{"en":"%s"},"byParty":{}},"until":%s%s}"""
                        .formatted(
                                UUID.randomUUID().toString().substring(0, 8),
                                name,
                                until,
                                position));
    }

    private static void erase(HubUnderTest hub, String statement) {
        say(
                hub,
                "journal.erased",
                "{\"statement\":\"%s\",\"reason\":\"safety\"}".formatted(statement));
    }

    private static HubClient.Answer send(HubUnderTest hub, String id, String type, String says) {
        return hub.as(NORTH)
                .post(
                        inOperation("/statements"),
                        "{\"id\":\"%s\",\"type\":\"%s\",\"says\":%s}".formatted(id, type, says));
    }

    private static String say(HubUnderTest hub, String type, String says) {
        var id = UUID.randomUUID().toString();
        var answer = send(hub, id, type, says);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return id;
    }

    private static JsonNode read(HubUnderTest hub, String id) {
        return hub.as(NORTH).get(inOperation("/statements/north-aid/" + id)).json();
    }

    private static Connection owner(HubUnderTest hub) throws SQLException {
        return DriverManager.getConnection(
                hub.setting("parley.database.url"),
                hub.setting("parley.database.user"),
                hub.setting("parley.database.password"));
    }

    /// Somebody read an exact field so long ago that nobody is to know it any more.
    private static void readLongAgo(HubUnderTest hub) throws SQLException {
        try (var owner = owner(hub);
                var sql = owner.createStatement()) {
            sql.execute(
                    """
                    INSERT INTO audit.exact_read (operation, originator, idx, statement,
                           organisation, account, way, at, size)
                    SELECT operation, originator, idx, id, 'south-relief', 'old-reader', 'api',
                           now() - interval '731 days', idx + 1
                      FROM journal.statement WHERE id = '%s'
                    """
                            .formatted(askedAt));
        }
    }

    /// In which tables a text stands, in words or in bytes.
    private static List<String> where(HubUnderTest hub, String text) throws SQLException {
        try (var owner = owner(hub);
                var sql = owner.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows =
                    sql.executeQuery(
                            """
                            SELECT table_schema || '.' || table_name
                              FROM information_schema.tables
                             WHERE table_schema IN ('journal', 'state', 'access', 'audit')
                               AND table_type = 'BASE TABLE'
                            """)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            assertThat(tables).hasSizeGreaterThan(40);
            var found = new ArrayList<String>();
            for (var table : tables) {
                try (var rows =
                        sql.executeQuery(
                                "SELECT FROM %s t WHERE t::text LIKE '%%%s%%' OR t::text LIKE '%%%s%%'"
                                        .formatted(table, text, hex(text)))) {
                    if (rows.next()) {
                        found.add(table);
                    }
                }
            }
            return found;
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    private static void nowhere(HubUnderTest hub, String text) throws Exception {
        Moved.awaitAll(hub);
        assertThat(where(hub, text)).as(text).isEmpty();
    }

    private static String inFile() throws Exception {
        var whole = Files.readAllBytes(file);
        var packed = Arrays.copyOfRange(whole, HEAD, whole.length - TAIL);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /// @return what it said and told
    private static String run(Command command, String word, Path file) {
        var answer = new ByteArrayOutputStream();
        var out = new PrintStream(answer, true, UTF_8);
        var order = new Order(word, Map.of(), List.of(file.toString()));
        assertThat(command.run(order, new Terminal(out, out))).isEqualTo(Exit.DONE);
        return answer.toString(UTF_8);
    }

    private static void assertProved(HubUnderTest hub) {
        assertThat(hub.bean(JournalCheck.class).run(OPERATION, keys).statements()).isPositive();
        assertThat(hub.bean(Rebuild.class).run(OPERATION).same()).isTrue();
    }

    @Test
    void whatWasGoneIsNotInTheFile() throws Exception {
        for (var text : List.of(GONE, GONE_AT)) {
            assertThat(inFile()).as(text).doesNotContain(text).doesNotContain(hex(text));
        }
        // what was asked for and not carried out is: that is the hard case
        assertThat(inFile()).contains(ASKED, ASKED_AT, LATER);
    }

    @Test
    void whatTheRestoredJournalAsksForIsCarriedOutBeforeTheHubStarts() throws Exception {
        try (var hub = HubUnderTest.startEmptyBy(CLOCK)) {
            isErasedByRestoring(hub);
        }
    }

    private static void isErasedByRestoring(HubUnderTest second) throws Exception {
        var said = run(second.bean(RestoreCommand.class), "restore", file);

        assertThat(said)
                .contains("asks to erase what 2 statements said", "never signed for exercise")
                .contains("What was erased after the backup is here again");
        for (var text : List.of(GONE, GONE_AT, ASKED, ASKED_AT)) {
            assertThat(where(second, text)).as(text).isEmpty();
        }
        assertThat(where(second, LATER)).isNotEmpty();
        assertThat(read(second, asked).get("erased").asBoolean()).isTrue();
        assertThat(read(second, askedAt).at("/expired/0/fieldClass").asString()).isEqualTo("F3");
        assertThat(read(second, askedAt).at("/says/kind").asString()).isEqualTo("warehouse");
        assertProved(second);

        // under another signer it is said again
        erase(second, later);
        nowhere(second, LATER);
    }

    /// A log that one signer began and another goes on with.
    @Test
    void whatTwoSignersSignedIsProvedEachByItsOwnKeys() throws Exception {
        var again = temporary.resolve("again.backup");
        List<VerifierKey> next;
        try (var hub = HubUnderTest.startEmptyBy(CLOCK)) {
            run(hub.bean(RestoreCommand.class), "restore", file);
            erase(hub, later);
            nowhere(hub, LATER);
            var check = hub.bean(JournalCheck.class);
            next = check.keys(OPERATION);
            assertThat(next).doesNotContainAnyElementsOf(keys);
            assertThat(check.run(OPERATION, next).unsigned()).isZero();
            // who signed first cannot come after
            assertThatThrownBy(() -> check.run(OPERATION, keys))
                    .isInstanceOf(JournalCheck.NotProved.class);
            run(hub.bean(BackupCommand.class), "backup", again);
        }
        try (var hub = HubUnderTest.startEmptyBy(CLOCK)) {
            run(hub.bean(RestoreCommand.class), "restore", again);
            assertThat(where(hub, LATER)).isEmpty();
            erase(hub, asked);
            Moved.awaitAll(hub);
            var check = hub.bean(JournalCheck.class);
            assertThat(check.run(OPERATION, check.keys(OPERATION)).statements()).isPositive();
            withFormer(hub, next, keys);
        }
    }

    /// Only those who signed before the first checkpoint of the later keys may be former ones.
    private static void withFormer(
            HubUnderTest hub, List<VerifierKey> second, List<VerifierKey> first) throws Exception {
        var check = hub.bean(JournalCheck.class);
        var third = check.keys(OPERATION);
        try (var owner = owner(hub);
                var sql = owner.createStatement()) {
            sql.execute("DELETE FROM journal.former_key");
            assertThatThrownBy(() -> check.run(OPERATION, third))
                    .isInstanceOf(JournalCheck.NotProved.class);
            for (var key : third) {
                sql.execute(
                        "INSERT INTO journal.former_key VALUES ('exercise', '%s')".formatted(key));
            }
            var earlier = new ArrayList<>(first);
            earlier.addAll(second);
            assertThatThrownBy(() -> check.run(OPERATION, earlier))
                    .isInstanceOf(JournalCheck.NotProved.class);
        }
    }

    @Test
    void whereTheSignerRemembersMoreOnlyWhatTheBackupKnowsOfIsErased() throws Exception {
        var signedBefore = "parley.journal.signer=" + signer;
        var killed = HubUnderTest.startEmptyBy(CLOCK, signedBefore);
        try (killed) {
            // A restore that is killed once its rows are there: nothing was erased yet.
            killed.bean(Restore.class).run(file, _ -> killed.bean(Rebuild.class).run(OPERATION));
            assertThat(where(killed, ASKED)).contains("journal.payload", "state.place");
        }
        try (var hub = HubUnderTest.startOver(killed, CLOCK, signedBefore)) {
            isReadOnlyAndErasesWhatItKnowsOf(hub);
        }
    }

    private static void isReadOnlyAndErasesWhatItKnowsOf(HubUnderTest third) throws Exception {
        for (var text : List.of(GONE, GONE_AT, ASKED, ASKED_AT)) {
            nowhere(third, text); // though nobody has said anything yet
        }
        assertThat(where(third, LATER)).isNotEmpty();
        assertProved(third);
        var health = third.stranger().get("/health").json();
        assertThat(health.at("/logs/exercise/readOnly").asBoolean()).isTrue();

        var again = "{\"statement\":\"%s\",\"reason\":\"safety\"}".formatted(later);
        var refused = send(third, UUID.randomUUID().toString(), "journal.erased", again);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().get("code").asString()).isEqualTo("journal.read-only");
        assertThat(refused.text()).contains("must restore a newer backup");

        // What comes over its time cannot be said any more, and stays; who read what is forgotten.
        CLOCK.by(Duration.ofDays(400));
        assertThat(where(third, "old-reader")).containsExactly("audit.exact_read");
        assertThatThrownBy(() -> Moved.begin(third)).isInstanceOf(HubReadOnly.class);
        assertThat(where(third, "old-reader")).isEmpty();
        assertThat(where(third, DUE_AT)).isNotEmpty();
    }
}
