package org.parley.hub.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.kernel.json.Json;
import org.parley.kernel.json.JsonBool;
import org.parley.kernel.json.JsonNumber;
import org.parley.kernel.json.JsonString;
import org.parley.kernel.json.JsonValue;
import org.parley.kernel.proof.Policy;
import org.parley.kernel.proof.TlogProof;
import org.parley.kernel.proof.Unproven;
import org.parley.kernel.statement.Disclosure;
import org.parley.kernel.statement.DisclosurePackage;
import org.parley.kernel.statement.WrittenStatement;

/// What a reader is shown they can prove, and what they are not shown they cannot guess (trust.md
/// A8): packages as readers get them over HTTP, of random statements under random labels. Each
/// disclosed field verifies against the statement's leaf and no changed one does; of each field
/// that is left out, every value it could have (all codes of a list, small numbers, yes and no, and
/// the true one) is tried with every salt that the reader knows. `-Dsharing.seed` repeats a run,
/// `-Dsharing.fields` makes it longer.
class RedactionProperty {

    private static final long SEED = Long.getLong("sharing.seed", 20_261_125L);
    private static final int FIELDS = Integer.getInteger("sharing.fields", 800);

    /// All codes of an invented country's areas, public as such lists are.
    private static final List<String> CODES =
            IntStream.range(0, 400).mapToObj("xe%04d"::formatted).toList();

    private final Company company = new Company(SEED);
    private final Map<String, Integer> tried = new TreeMap<>();
    private final Map<RuleBook.Asking, Set<String>> salts = new HashMap<>();
    private int proven;
    private int left;

    @AfterEach
    void stop() {
        company.close();
    }

    @Test
    void whatIsShownIsProvedAndWhatIsNotIsNotGuessed() {
        System.err.printf("redaction: seed %d, %d fields%n", SEED, FIELDS);
        company.tell(Math.max(60, FIELDS / 40));
        for (int i = 0; i < Math.max(20, FIELDS / 100); i++) {
            sayGuessable(i);
        }
        var policy =
                Policy.parse(
                        new String(
                                company.hub
                                        .stranger()
                                        .get("/log/" + Company.OPERATION + "/policy")
                                        .bytes(),
                                StandardCharsets.UTF_8));
        var readers = List.copyOf(company.readers.keySet());
        for (int tries = 0; tries < FIELDS * 10 && proven < FIELDS; tries++) {
            var record = company.invented.one(company.told);
            var who = company.invented.one(readers);
            if (RuleBook.ceiling(who, record.sharing()) != RuleBook.NOTHING) {
                check(record, who, policy);
            }
        }
        System.err.printf(
                "redaction: %,d fields proved, %,d left out, guesses by kind of value %s%n",
                proven, left, tried);

        assertThat(proven).as("fields, seed %d", SEED).isGreaterThanOrEqualTo(FIELDS);
        assertThat(left).as("fields left out, seed %d", SEED).isGreaterThan(FIELDS / 10);
        assertThat(tried).containsKeys("code", "number", "yes or no");
    }

    private void check(Told record, RuleBook.Asking who, Policy policy) {
        var shown = disclosed(java.util.Objects.requireNonNull(company.readers.get(who)), record);
        var written = WrittenStatement.parse(shown.statement());
        written.requireAll(shown.disclosures());
        TlogProof.parse(shown.receipt()).check(shown.leafHash(), policy);
        proven += shown.disclosures().size();
        for (var disclosure : shown.disclosures()) {
            changed(disclosure.value())
                    .map(value -> new Disclosure(disclosure.name(), value, disclosure.salt()))
                    .forEach(
                            lie ->
                                    assertThatThrownBy(() -> written.requireAll(List.of(lie)))
                                            .isInstanceOf(Unproven.class));
        }
        var all = disclosed(company.speaker(record.sharing().originator()), record);
        var names = new HashSet<String>();
        shown.disclosures().forEach(one -> names.add(one.name()));
        var known = salts.computeIfAbsent(who, _ -> new HashSet<>());
        known.add(hex(shown.leafSalt()));
        known.add("00".repeat(16));
        shown.disclosures().forEach(one -> known.add(hex(one.salt())));
        var digests = Set.copyOf(written.digests());
        for (var hidden : all.disclosures()) {
            if (!names.contains(hidden.name())) {
                left++;
                assertThat(digests).as("the originator can show it").contains(hidden.digest());
                guess(hidden, shown, known, digests, record, who);
            }
        }
    }

    /// Tries whatever the field could say under the salts of this package, and the true value under
    /// all salts that the reader was ever given.
    private void guess(
            Disclosure hidden,
            DisclosurePackage shown,
            Set<String> known,
            Set<String> digests,
            Told record,
            RuleBook.Asking who) {
        var near = new ArrayList<byte[]>();
        near.add(shown.leafSalt());
        near.add(new byte[16]);
        shown.disclosures().forEach(one -> near.add(one.salt()));
        candidates(hidden.value())
                .forEach(
                        value ->
                                near.forEach(
                                        salt ->
                                                miss(
                                                        new Disclosure(hidden.name(), value, salt),
                                                        digests,
                                                        record,
                                                        who)));
        known.forEach(
                salt ->
                        miss(
                                new Disclosure(hidden.name(), hidden.value(), bytes(salt)),
                                digests,
                                record,
                                who));
    }

    private void miss(Disclosure guess, Set<String> digests, Told record, RuleBook.Asking who) {
        if (digests.contains(guess.digest())) {
            throw new AssertionError(
                    "%s guesses %s of %s, seed %d".formatted(who, guess.name(), record, SEED));
        }
    }

    private Stream<JsonValue> candidates(JsonValue truth) {
        return switch (truth) {
            case JsonString(var text) when CODES.contains(text) -> {
                tried.merge("code", CODES.size(), Integer::sum);
                yield CODES.stream().map(JsonString::new);
            }
            case JsonNumber _ -> {
                tried.merge("number", 1_001, Integer::sum);
                yield Stream.concat(
                        Stream.of(truth), IntStream.range(0, 1_000).mapToObj(JsonNumber::of));
            }
            case JsonBool _ -> {
                tried.merge("yes or no", 2, Integer::sum);
                yield Stream.of(Json.parse("true"), no());
            }
            default -> {
                tried.merge("other", 1, Integer::sum);
                yield Stream.of(truth);
            }
        };
    }

    private static JsonValue no() {
        return Json.parse("false");
    }

    private static Stream<JsonValue> changed(JsonValue value) {
        return Stream.<JsonValue>of(new JsonString("another"), JsonNumber.of(10), no())
                .filter(other -> !other.equals(value));
    }

    private static DisclosurePackage disclosed(HubClient client, Told record) {
        var answer = client.get(Company.inOperation(record.path() + "/package"));
        assertThat(answer.status()).as("%s", record).isEqualTo(200);
        return DisclosurePackage.parse(answer.bytes());
    }

    /// A statement with an area's code, a small number and a yes or no, for the operation's eyes up
    /// to the header only.
    private void sayGuessable(int number) {
        var originator = Company.ORGANISATIONS.get(number % 4);
        var label =
                HubClient.JSON.readTree(
                        "{\"audience\":[{\"to\":\"operation\",\"upTo\":\"F0\"}],\"sensitivity\":\"moderate\"}");
        var site =
                "{\"site\":\"place-%d\",\"kind\":\"warehouse\",\"area\":\"%s\",\"names\":{\"common\":{\"en\":\"Depot\"}}}"
                        .formatted(number, company.invented.one(CODES));
        var seat =
                "{\"partner\":\"%s\",\"stage\":\"seated\",\"on\":\"2026-03-01\",\"headcount\":%d,\"approximate\":%s}"
                        .formatted(
                                originator,
                                1 + company.random().nextInt(300),
                                company.random().nextBoolean());
        for (var said :
                Map.of("places.site-described", site, "partners.seat-reported", seat).entrySet()) {
            var says =
                    (tools.jackson.databind.node.ObjectNode)
                            HubClient.JSON.readTree(said.getValue());
            var statement = Company.statement(said.getKey(), says);
            statement.set("label", label);
            var answer =
                    company.speaker(originator)
                            .post(Company.inOperation("/statements"), statement.toString());
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            company.told.add(
                    new Told(
                            UUID.fromString(statement.required("id").asString()),
                            said.getKey(),
                            RuleBook.Sharing.of(originator, label, company.told.size()),
                            Map.of(),
                            says));
        }
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String hex) {
        return java.util.HexFormat.of().parseHex(hex);
    }
}
