package org.parley.hub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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

    private static final long SEED = Long.getLong("sharing.seed", System.nanoTime());
    private static final int PROBES = Integer.getInteger("sharing.probes", 120);
    private static final Pattern OF_THE_MOMENT =
            Pattern.compile(
                    "\"(?:index|size|receipt|id|at|heardAt|claimedAt|instance|now)\":(?:\\d+|\"[^\"]*+\")");

    private final Company company = new Company(SEED);

    @AfterEach
    void stop() {
        company.close();
    }

    @Test
    void whoWritesLearnsNothingOfWhatIsHidden() {
        System.err.printf("oracles: seed %d, %d probes%n", SEED, PROBES);
        company.tell(60);
        var differences = new ArrayList<String>();
        var asked = new TreeMap<String, Integer>();
        for (int probe = 0; probe < PROBES && differences.size() < 8; ) {
            var hidden = company.invented.one(company.told);
            var organisation = company.invented.one(Company.ORGANISATIONS);
            var who =
                    new RuleBook.Asking(
                            "", organisation, !organisation.equals("far"), groups(organisation), 3);
            if (RuleBook.ceiling(who, hidden.sharing()) != RuleBook.NOTHING) {
                continue;
            }
            probe++;
            var seen = company.mayHave(who);
            var client = company.speaker(organisation);
            for (var pair : probes(hidden, seen)) {
                var of = answer(client, pair.hidden());
                var absent = answer(client, pair.absent());
                asked.merge(pair.what() + " " + of.substring(0, 3), 1, Integer::sum);
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
    }

    private java.util.Set<String> groups(String organisation) {
        return company.readers.keySet().stream()
                .filter(who -> who.organisation().equals(organisation))
                .findFirst()
                .orElseThrow()
                .groups();
    }

    private record Pair(String what, ObjectNode hidden, ObjectNode absent) {}

    private List<Pair> probes(Told hidden, java.util.Set<String> seen) {
        var pairs = new ArrayList<Pair>();
        var stranger = UUID.randomUUID().toString();
        pairs.add(
                new Pair(
                        "answers",
                        answering(hidden.sharing().originator(), hidden.id().toString()),
                        answering(hidden.sharing().originator(), stranger)));
        pairs.add(new Pair("amends", amending(hidden.id().toString()), amending(stranger)));
        pairs.add(new Pair("takes the id", with(seat(), hidden.id().toString()), seat()));
        // Something of the same kind about the same thing, said to everybody.
        for (int tries = 0; tries < 30; tries++) {
            var saying = company.saying();

            var text = saying.statement().toString();
            var names =
                    Canaries.in(text).stream()
                            .filter(hidden.marked()::containsKey)
                            .filter(name -> !seen.contains(name))
                            .filter(name -> onlyIn(hidden, name))
                            .toList();
            if (!names.isEmpty()) {
                var absent = text;
                for (var name : names) {
                    absent = absent.replace(name, "zq" + randomLetters(name.length() - 2));
                }
                saying.statement().remove("label");
                var here = saying.statement();
                var there = (ObjectNode) HubClient.JSON.readTree(absent);
                there.remove("label");
                there.put("id", UUID.randomUUID().toString());
                pairs.add(new Pair(here.required("type").asString(), here, there));
                break;
            }
        }
        return pairs;
    }

    private boolean onlyIn(Told hidden, String name) {
        return company.told.stream()
                .noneMatch(other -> other != hidden && other.marked().containsKey(name));
    }

    private String randomLetters(int many) {
        var text = new StringBuilder();
        for (int i = 0; i < many; i++) {
            text.append((char) ('a' + company.random().nextInt(26)));
        }
        return text.toString();
    }

    private static ObjectNode seat() {
        var says =
                HubClient.JSON
                        .createObjectNode()
                        .put("partner", "north")
                        .put("seat", "desk")
                        .put("stage", "invited");
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

    private static String answer(HubClient client, ObjectNode statement) {
        var answer = client.post(Company.inOperation("/statements"), statement.toString());
        return answer.status() + " " + answer.text();
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
