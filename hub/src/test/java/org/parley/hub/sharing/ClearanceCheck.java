package org.parley.hub.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.hub.HubClient;
import org.parley.hub.journal.LabelText;
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

/// Puts random labels and readers to [Clearance] and to the rule book, and every shape of a label
/// to what the rule book says can be one. Says the first difference; empty where there is none.
/// [ClearanceMutationTest] loads it beside changed classes.
public final class ClearanceCheck implements Supplier<String> {

    private static final int PAIRS = 4_000;

    /// Beyond all that is told before a record.
    private static final int FAR = 5;

    private static final List<String> ORGANISATIONS = List.of("north", "south", "west");
    private static final List<String> GROUPS = List.of("health", "fuel");

    /// The widest audience that each sensitivity allows, counted from the originator alone.
    private static final Map<Sensitivity, Integer> REACH =
            Map.of(
                    Sensitivity.SEVERE, 1,
                    Sensitivity.HIGH, 2,
                    Sensitivity.MODERATE, 3,
                    Sensitivity.LOW, 4);

    @Override
    public String get() {
        var shapes = shapes();
        return shapes.isEmpty() ? ceilings() : shapes;
    }

    private static String ceilings() {
        var random = new Random(20_261_125L);
        for (int i = 0; i < PAIRS; i++) {
            int told = random.nextInt(FAR);
            var label = label(random, told);
            var from = groups(random);
            var reader = reader(random, from);
            int due =
                    RuleBook.ceiling(
                            new RuleBook.Asking(
                                    "",
                                    reader.organisation().value(),
                                    reader.member(),
                                    from,
                                    reader.ceiling().ordinal()),
                            RuleBook.Sharing.of(
                                    label.originator().value(),
                                    HubClient.JSON.readTree(LabelText.write(label)),
                                    told));
            int shown =
                    Clearance.ceiling(reader, label)
                            .map(FieldClass::ordinal)
                            .orElse(RuleBook.NOTHING);
            if (shown != due) {
                return "%s of %s: %d, due %d".formatted(reader, label, shown, due);
            }
            for (var wanted : FieldClass.values()) {
                boolean covers = shown >= 0 && FieldClass.values()[shown].covers(wanted);
                if (covers != due >= wanted.ordinal()) {
                    return "%d covers %s: %b".formatted(shown, wanted, covers);
                }
            }
        }
        return "";
    }

    private static Label label(Random random, int told) {
        while (true) {
            var entries = new ArrayList<Audience>();
            for (int i = random.nextInt(4); i > 0; i--) {
                entries.add(
                        entry(
                                random.nextInt(5),
                                random,
                                FieldClass.values()[random.nextInt(4)],
                                told));
            }
            var label = of(entries, Sensitivity.values()[random.nextInt(4)], organisation(random));
            if (label != null) {
                return label;
            }
        }
    }

    private static Audience entry(int reach, Random random, FieldClass upTo, int told) {
        return switch (reach) {
            case 0 -> new Audience.Private(upTo);
            case 1 -> new Audience.Organisations(Set.of(organisation(random)), upTo);
            case 2 ->
                    new Audience.Group(
                            GROUPS.get(random.nextInt(2)), upTo, new Addressed(told, told));
            case 3 -> new Audience.Operation(upTo);
            default -> new Audience.Public(upTo);
        };
    }

    private static PartnerId organisation(Random random) {
        return new PartnerId(ORGANISATIONS.get(random.nextInt(ORGANISATIONS.size())));
    }

    private static @Nullable Label of(
            List<Audience> entries, Sensitivity sensitivity, PartnerId originator) {
        try {
            return new Label(originator, entries, sensitivity);
        } catch (InvalidValue _) {
            return null;
        }
    }

    /// Groups, each with how much was told before what is addressed to it is seen.
    private static Map<String, Integer> groups(Random random) {
        var from = new HashMap<String, Integer>();
        GROUPS.stream()
                .filter(_ -> random.nextBoolean())
                .forEach(group -> from.put(group, random.nextInt(FAR)));
        return from;
    }

    /// The border is a place in the log, or a day.
    private static Reader reader(Random random, Map<String, Integer> from) {
        var backlogs = new HashMap<String, Backlog>();
        from.forEach(
                (group, told) ->
                        backlogs.put(
                                group,
                                random.nextBoolean()
                                        ? new Backlog(told, Backlog.NO_DAY)
                                        : new Backlog(FAR, told)));
        return new Reader(
                new OperationId("guarded"),
                organisation(random),
                random.nextBoolean(),
                FieldClass.values()[random.nextInt(4)],
                from.keySet(),
                backlogs);
    }

    /// One entry and two, of every audience and class, under every sensitivity.
    private static String shapes() {
        var random = new Random(1);
        var originator = new PartnerId("north");
        for (var sensitivity : Sensitivity.values()) {
            int widest = REACH.getOrDefault(sensitivity, 0);
            for (int one = 0; one <= 4; one++) {
                for (var oneUpTo : FieldClass.values()) {
                    for (int two = one; two <= 4; two++) {
                        for (var twoUpTo : FieldClass.values()) {
                            var entries =
                                    List.of(
                                            entry(one, random, oneUpTo, 0),
                                            entry(two, random, twoUpTo, 0));
                            boolean due =
                                    two <= widest
                                            && !(one == 4 && oneUpTo.ordinal() > 1)
                                            && !(two == 4 && twoUpTo.ordinal() > 1)
                                            && (one == two
                                                    || oneUpTo.ordinal() >= twoUpTo.ordinal());
                            boolean can = of(entries, sensitivity, originator) != null;
                            if (can != due) {
                                return "%s under %s: %b".formatted(entries, sensitivity, can);
                            }
                        }
                    }
                }
            }
        }
        return "";
    }
}
