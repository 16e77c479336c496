package org.parley.hub.sharing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Account;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignIns;
import org.parley.hub.api.Invented;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A hub with organisations that do not trust each other: members and one that is none, in groups,
/// each with desks of every ceiling, saying whatever can be said to whomever.
final class Company implements AutoCloseable {

    static final String OPERATION = "guarded";
    static final List<String> ORGANISATIONS = List.of("north", "south", "west", "east", "far");
    static final List<String> GROUPS = List.of("health", "fuel", "roads");
    private static final String HOST = "host";

    /// The group whose later members see nothing from before.
    private static final String HOLDS_BACK = "roads";

    /// So many records are told before some organisations join groups.
    private static final int JOINS_AFTER = 30;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// A receipt that comes late is none that waits for a second person.
    final HubUnderTest hub = HubUnderTest.startEmpty("parley.journal.patience=1h");
    final JsonNode document = hub.stranger().get("/api/v1/openapi.json").json();
    final Invented invented;
    final Canaries canaries;
    final Map<RuleBook.Asking, HubClient> readers = new LinkedHashMap<>();
    final List<Told> told = new ArrayList<>();
    final Map<String, Integer> answers = new TreeMap<>();
    private final Map<String, HubClient> speakers = new TreeMap<>();
    private final List<JsonNode> forms = new ArrayList<>();
    private final List<Runnable> joining = new ArrayList<>();

    Company(long seed) {
        this.invented = new Invented(document, new Random(seed));
        this.canaries = new Canaries(invented, ORGANISATIONS);
        hub.open(OPERATION);
        document.at("/components/schemas/Statement/oneOf").forEach(forms::add);
        forms.removeIf(form -> form.toString().matches(".*statement\\.(access|journal)\\..*"));
        gather();
    }

    Random random() {
        return invented.random();
    }

    private void gather() {
        var host = enrol("host-desk", HOST, Role.COORDINATOR, FieldClass.EXACT);
        var second = enrol("host-second", HOST, Role.COORDINATOR, FieldClass.EXACT);
        begin(host, HOST, null);
        described(host, GROUPS.getFirst(), "\"days\",\"backlogDays\":2");
        described(host, HOLDS_BACK, "\"from-joining\"");
        for (var organisation : ORGANISATIONS) {
            boolean member = !organisation.equals("far");
            if (member) {
                begin(host, organisation, null);
            }
            var groups = new TreeMap<String, Integer>();
            for (var group : GROUPS) {
                if (random().nextBoolean()) {
                    groups.put(group, 0);
                    agree(second, begin(host, organisation, group));
                } else if (random().nextBoolean()) {
                    // in the middle of what is told; only one of the groups holds its backlog back
                    groups.put(group, group.equals(HOLDS_BACK) ? JOINS_AFTER : 0);
                    joining.add(() -> agree(second, begin(host, organisation, group)));
                }
            }
            speakers.put(
                    organisation,
                    enrol(
                            organisation + "-says",
                            organisation,
                            Role.CONTRIBUTOR,
                            FieldClass.EXACT));
            for (var ceiling : FieldClass.values()) {
                var account =
                        organisation + "-" + ceiling.code().toLowerCase(java.util.Locale.ROOT);
                var client = enrol(account, organisation, Role.OBSERVER, ceiling);
                readers.put(
                        new RuleBook.Asking(
                                account,
                                organisation,
                                member,
                                Map.copyOf(groups),
                                ceiling.ordinal()),
                        client);
            }
        }
    }

    private HubClient enrol(String account, String organisation, Role role, FieldClass ceiling) {
        hub.bean(SignIns.class)
                .enrol(
                        new Account(
                                account,
                                new PartnerId(organisation),
                                "Desk",
                                false,
                                true,
                                List.of(
                                        new Account.Part(
                                                new OperationId(OPERATION), role, ceiling))));
        return hub.as(account);
    }

    private static void described(HubClient host, String group, String backlog) {
        var says =
                """
                {"group":"%s","names":{"common":{"en":"%s"},"byParty":{}},"lead":"host","backlog":%s}"""
                        .formatted(group, group, backlog);
        var said =
                host.post(
                        inOperation("/statements"),
                        statement(
                                        "partners.group-described",
                                        (ObjectNode) HubClient.JSON.readTree(says))
                                .toString());
        if (said.status() != 201) {
            throw new IllegalStateException(said.text());
        }
    }

    /// Letting an organisation into a group wants two.
    private static void agree(HubClient second, String proposal) {
        var agreed = second.post(inOperation("/proposals/%s/agreement".formatted(proposal)), "{}");
        if (agreed.status() != 201) {
            throw new IllegalStateException(agreed.text());
        }
    }

    private static String begin(HubClient host, String organisation, @Nullable String group) {
        var says = NODES.objectNode().put("organisation", organisation);
        if (group != null) {
            says.put("group", group);
        }
        var said =
                host.post(
                        inOperation("/statements"),
                        statement("access.membership-began", says).toString());
        if (said.status() != (group == null ? 201 : 202)) {
            throw new IllegalStateException(said.text());
        }
        return said.json().required("id").asString();
    }

    static String inOperation(String path) {
        return "/api/v1/operations/" + OPERATION + path;
    }

    HubClient speaker(String organisation) {
        return java.util.Objects.requireNonNull(speakers.get(organisation));
    }

    static ObjectNode statement(String type, ObjectNode says) {
        var statement =
                NODES.objectNode().put("type", type).put("id", UUID.randomUUID().toString());
        statement.set("says", says);
        return statement;
    }

    /// A random label: nobody else, some, a group, all, or everybody.
    ObjectNode label() {
        var label = NODES.objectNode();
        var audience = label.putArray("audience");
        int upTo = 3;
        var kinds = List.of("organisations", "group", "operation");
        for (var to : kinds) {
            if (random().nextInt(5) < 2) {
                upTo = random().nextInt(upTo + 1);
                var entry = audience.addObject().put("to", to).put("upTo", "F" + upTo);
                switch (to) {
                    case "organisations" ->
                            entry.putArray("organisations").add(invented.one(ORGANISATIONS));
                    case "group" -> entry.put("group", invented.one(GROUPS));
                    default -> {}
                }
            }
        }
        var sensitivities = List.of("severe", "high", "moderate", "low");
        int least =
                audience.isEmpty()
                        ? 0
                        : kinds.indexOf(audience.get(audience.size() - 1).get("to").asString());
        return label.put("sensitivity", sensitivities.get(least + random().nextInt(4 - least)));
    }

    /// What somebody might say next; nothing is recorded yet.
    ///
    /// @param told how many records were told before it
    record Saying(String originator, ObjectNode statement, Map<String, Integer> marked, int told) {

        RuleBook.Sharing sharing() {
            return RuleBook.Sharing.of(originator, statement.required("label"), told);
        }
    }

    Saying saying() {
        var form = invented.resolved(invented.one(forms));
        var statement = (ObjectNode) invented.fitting(form, 0);
        statement.remove(List.of("seen", "device", "replaces", "answers"));
        var marked = new TreeMap<String, Integer>();
        statement.set(
                "says",
                canaries.marked(statement.required("says"), form.at("/properties/says"), marked));
        statement.set("label", label());
        return new Saying(invented.one(ORGANISATIONS), statement, marked, told.size());
    }

    /// Says it; empty when it was refused.
    Optional<Told> tell(Saying saying) {
        var answer =
                speaker(saying.originator())
                        .post(inOperation("/statements"), saying.statement().toString());
        var type = saying.statement().required("type").asString();
        answers.merge(answer.status() + " " + type, 1, Integer::sum);
        if (answer.status() == 202) {
            return Optional.of(held(saying));
        }
        if (answer.status() != 201) {
            return Optional.empty();
        }
        var recorded =
                new Told(
                        UUID.fromString(saying.statement().required("id").asString()),
                        type,
                        saying.sharing(),
                        saying.marked(),
                        (ObjectNode) saying.statement().required("says"));
        told.add(recorded);
        return Optional.of(recorded);
    }

    /// What waits for a second person is its organisation's own, all of it exact.
    private Told held(Saying saying) {
        var own = NODES.objectNode().put("sensitivity", "severe");
        own.putArray("audience");
        var marked = new TreeMap<>(saying.marked());
        marked.replaceAll((_, _) -> FieldClass.EXACT.ordinal());
        var proposal =
                new Told(
                        UUID.fromString(saying.statement().required("id").asString()),
                        "release.act-proposed",
                        RuleBook.Sharing.of(saying.originator(), own, saying.told()),
                        marked,
                        (ObjectNode) saying.statement().required("says"));
        told.add(proposal);
        return proposal;
    }

    /// Says so many things that are recorded.
    void tell(int many) {
        for (int tries = 0; told.size() < many && tries < many * 40; tries++) {
            if (told.size() >= JOINS_AFTER) {
                joining.forEach(Runnable::run);
                joining.clear();
            }
            tell(saying());
        }
    }

    /// Tells on until an exact value that stands in one record alone is there for another
    /// organisation to read: chance may have had none.
    void tellUntilSomethingExactIsShared() {
        for (int tries = 0; told.stream().noneMatch(this::isExactForOthers); tries++) {
            if (tries == 2_000) {
                throw new AssertionError("Nothing exact was shared in %d records".formatted(tries));
            }
            tell(saying());
        }
    }

    private boolean isExactForOthers(Told record) {
        int exact = FieldClass.EXACT.ordinal();
        boolean isMarked =
                record.marked().entrySet().stream()
                        .filter(one -> one.getValue() == exact)
                        .anyMatch(
                                one ->
                                        told.stream()
                                                        .filter(
                                                                other ->
                                                                        other.marked()
                                                                                .containsKey(
                                                                                        one
                                                                                                .getKey()))
                                                        .count()
                                                == 1);
        return isMarked
                && readers.keySet().stream()
                        .filter(who -> !who.organisation().equals(record.sharing().originator()))
                        .anyMatch(who -> RuleBook.ceiling(who, record.sharing()) == exact);
    }

    /// The marked values that may be shown to somebody, whatever is asked.
    Set<String> mayHave(RuleBook.Asking who) {
        var allowed = new TreeSet<String>();
        for (var record : told) {
            int ceiling = RuleBook.ceiling(who, record.sharing());
            record.marked()
                    .forEach(
                            (canary, fieldClass) -> {
                                if (fieldClass <= ceiling) {
                                    allowed.add(canary);
                                }
                            });
        }
        return allowed;
    }

    @Override
    public void close() {
        hub.close();
    }
}
