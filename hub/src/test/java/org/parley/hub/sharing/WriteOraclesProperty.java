package org.parley.hub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import tools.jackson.databind.node.ObjectNode;

/// Writing tells nothing of what is hidden (trust.md A6): who takes a hidden record's id, refers to
/// it, amends it, or says something of what it is about, gets the answer that they would get if it
/// had never been. Each probe is sent twice, once with the hidden name and once with one that was
/// never used. `-Dsharing.seed` repeats a run, `-Dsharing.probes` makes it longer.
class WriteOraclesProperty {

    private static final long SEED = Long.getLong("sharing.seed", 20_261_125L);
    private static final int PROBES = Integer.getInteger("sharing.probes", 120);
    private static final Pattern OF_THE_MOMENT =
            Pattern.compile(
                    "\"(?:index|size|receipt|id|at|heardAt|claimedAt|instance|now)\":(?:\\d+|\"[^\"]*+\")");

    /// The one oracle there is, declared in SECURITY.md: a consignment's number is one number for
    /// all, so whoever takes it or commands something of it learns whether it is used.
    private static final Pattern NUMBER_IS_USED =
            Pattern.compile("\"code\":\"flow\\.consignment-(?:exists|unknown)\"");

    private final Company company = new Company(SEED);

    @AfterEach
    void stop() {
        company.close();
    }

    @Test
    void whoWritesLearnsNothingOfWhatIsHidden() {
        System.err.printf("oracles: seed %d, %d probes%n", SEED, PROBES);
        company.tell(Math.max(60, PROBES / 2));
        var differences = new ArrayList<String>();
        var asked = new TreeMap<String, Integer>();
        var sent = new java.util.HashSet<String>();
        // what each has named itself in an earlier probe, and may see since
        var named = new TreeMap<String, Set<String>>();
        int probe = 0;
        for (int tries = 0;
                tries < PROBES * 20 && probe < PROBES && differences.size() < 8;
                tries++) {
            var hidden = company.invented.one(company.told);
            var organisation = company.invented.one(Company.ORGANISATIONS);
            var who =
                    new RuleBook.Asking(
                            "", organisation, !organisation.equals("far"), groups(organisation), 3);
            if (RuleBook.ceiling(who, hidden.sharing()) != RuleBook.NOTHING) {
                continue;
            }
            if (!sent.add(organisation + " " + hidden.id())) {
                continue;
            }
            probe++;
            if (probe % 500 == 0) {
                System.err.printf("oracles: %,d probes, %s%n", probe, asked);
            }
            var client = company.speaker(organisation);
            var known = company.mayHave(who);
            known.addAll(named.computeIfAbsent(organisation, _ -> new TreeSet<>()));
            var pairs = probes(hidden, known);
            named.merge(
                    organisation,
                    Canaries.in(hidden.says().toString()),
                    WriteOraclesProperty::both);
            for (var pair : pairs) {
                var of = answer(organisation, client, pair.hidden());
                var absent = answer(organisation, client, pair.absent());
                asked.merge(pair.what() + " " + of.substring(0, 3), 1, Integer::sum);
                if (NUMBER_IS_USED.matcher(of + absent).find()) {
                    continue;
                }
                if (!unnamed(of, pair.hidden()).equals(unnamed(absent, pair.absent()))) {
                    differences.add(
                            "%s, %s of %s:%n  sent %s%n  hidden %s%n  absent %s"
                                    .formatted(
                                            organisation,
                                            pair.what(),
                                            hidden,
                                            pair.hidden(),
                                            of,
                                            absent));
                }
            }
        }
        System.err.println("oracles: " + asked);

        assertThat(differences).as("seed %d", SEED).isEmpty();
        assertThat(probe).as("probes, seed %d", SEED).isGreaterThan(PROBES / 2);
    }

    private java.util.Map<String, Integer> groups(String organisation) {
        return company.readers.keySet().stream()
                .filter(who -> who.organisation().equals(organisation))
                .findFirst()
                .orElseThrow()
                .groups();
    }

    private record Pair(String what, ObjectNode hidden, ObjectNode absent) {}

    private static Set<String> both(Set<String> one, Set<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    /// @param known names that who writes may see elsewhere: they are not hidden
    private List<Pair> probes(Told hidden, Set<String> known) {
        var pairs = new ArrayList<Pair>();
        var stranger = UUID.randomUUID().toString();
        pairs.add(
                new Pair(
                        "answers",
                        answering(hidden.sharing().originator(), hidden.id().toString()),
                        answering(hidden.sharing().originator(), stranger)));
        pairs.add(new Pair("amends", amending(hidden.id().toString()), amending(stranger)));
        pairs.add(new Pair("takes the id", with(seat(), hidden.id().toString()), seat()));
        // The same said again by somebody for whom it does not exist, beside the same of things
        // that
        // were never called anything.
        pairs.add(
                new Pair(
                        hidden.type(),
                        Company.statement(hidden.type(), renamed(hidden, name -> name)),
                        Company.statement(
                                hidden.type(),
                                renamed(hidden, name -> known.contains(name) ? name : strange()))));
        return pairs;
    }

    private ObjectNode renamed(Told hidden, UnaryOperator<String> name) {
        var text = hidden.says().toString();
        for (var one : Canaries.in(text)) {
            text = text.replace(one, name.apply(one));
        }
        return (ObjectNode) HubClient.JSON.readTree(text);
    }

    private String strange() {
        var text = new StringBuilder("zq");
        for (int i = 0; i < 10; i++) {
            text.append((char) ('a' + company.random().nextInt(26)));
        }
        return text.toString();
    }

    private static String cut(String answer) {
        return answer.substring(0, Math.min(answer.length(), 400));
    }

    private static ObjectNode seat() {
        var says =
                HubClient.JSON
                        .createObjectNode()
                        .put("partner", "north")
                        .put("stage", "invited")
                        .put("on", "2026-03-01")
                        .put("approximate", false);
        return Company.statement("partners.seat-reported", says);
    }

    private static ObjectNode with(ObjectNode statement, String id) {
        return statement.put("id", id);
    }

    private static ObjectNode answering(String originator, String id) {
        var statement = seat();
        statement.putObject("answers").put("originator", originator).put("id", id);
        return statement;
    }

    private static ObjectNode amending(String id) {
        var statement = seat();
        statement.putArray("replaces").add(id);
        return statement;
    }

    private static String answer(String own, HubClient client, ObjectNode statement) {
        var answer = client.post(Company.inOperation("/statements"), statement.toString());
        return answer.status() + " " + answer.text() + addressedTo(own, client, answer, statement);
    }

    /// To whom the hub addresses a statement whose author does not say: its author sees that too.
    private static String addressedTo(
            String own, HubClient client, HubClient.Answer answer, ObjectNode statement) {
        if (answer.status() != 201) {
            return "";
        }
        return client.get(
                        Company.inOperation(
                                "/statements/%s/%s"
                                        .formatted(own, statement.required("id").asString())))
                .json()
                .required("addressedTo")
                .toString();
    }

    /// The answer without what differs for every statement, and without the names that were sent.
    private static String unnamed(String answer, ObjectNode sent) {
        var text = OF_THE_MOMENT.matcher(answer).replaceAll("·");
        for (var name : Canaries.in(sent.toString())) {
            text = text.replace(name, "NAME");
        }
        for (var id : Map.of("id", sent.path("id").asString("-")).values()) {
            text = text.replace(id, "ID");
        }
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
    }
}
