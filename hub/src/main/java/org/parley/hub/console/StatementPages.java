package org.parley.hub.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.hub.assurance.AssuranceView;
import org.parley.hub.journal.Receipt;
import org.parley.hub.journal.StatementView;
import org.parley.hub.release.RecallView;
import org.springframework.stereotype.Component;

/// Draws a statement's page: its fields by name, its marks in words, and what its receipt proves.
@Component
class StatementPages {

    /// Longer lists are for the file, not for a page.
    private static final int MOST_FIELDS = 80;

    private static final Duration SAME_TIME = Duration.ofMinutes(1);

    /// Whether it speaks of another time than that of its hearing.
    static boolean claimedElsewhen(StatementView one) {
        return Duration.between(one.claimedAt(), one.heardAt()).abs().compareTo(SAME_TIME) > 0;
    }

    private final StatementWords words;
    private final ShiftPart shifts;
    private final RecallPart recalls;
    private final ReadersPart readers;
    private final AssurancePart assurances;
    private final HoldPart holds;
    private final HeldTextsPart texts;

    StatementPages(
            StatementWords words,
            ShiftPart shifts,
            RecallPart recalls,
            ReadersPart readers,
            AssurancePart assurances,
            HoldPart holds,
            HeldTextsPart texts) {
        this.holds = holds;
        this.texts = texts;
        this.readers = readers;
        this.words = words;
        this.shifts = shifts;
        this.recalls = recalls;
        this.assurances = assurances;
    }

    static String marks(Visit visit, StatementView one) {
        return one.marks().stream()
                .map(mark -> visit.words().orCode("mark.", mark))
                .collect(Collectors.joining(" · "));
    }

    StatementPage of(Visit visit, StatementView one, Optional<Receipt> receipt, boolean fresh) {
        var words = visit.words();
        var values = this.words.values(visit);
        var path = "/journal/" + one.originator() + "/" + one.id();
        var fields = new ArrayList<Fact>();
        if (one.says() != null) {
            one.says()
                    .forEach((name, value) -> add(values, fields, name, label(words, name), value));
        }
        var title = words.orCode("type.", one.type());
        var recall = recalls.find(visit, one);
        var assurance = assurances.find(visit, one);
        var held = holds.find(visit, one);
        var actions = new ArrayList<>(actions(visit, one, recall, assurance));
        actions.addAll(holds.actions(visit, one, held));
        var heldTexts = texts.find(visit, one);
        actions.addAll(HeldTextsPart.actions(visit, heldTexts));
        return new StatementPage(
                visit.shell(Section.JOURNAL, title),
                title,
                StatementWords.subject(one.subject()),
                words.number(one.index()),
                one.marks().stream().map(mark -> words.orCode("mark.", mark)).toList(),
                fresh,
                facts(visit, one, assurance),
                fields.size() > MOST_FIELDS ? List.copyOf(fields.subList(0, MOST_FIELDS)) : fields,
                one.erased(),
                HeldTextsPart.note(visit, one),
                audience(values, one.addressedTo()),
                receipt.map(found -> proof(visit, one, found, path)),
                Stream.of(
                                HeldTextsPart.of(visit, heldTexts),
                                assurance.flatMap(
                                        found -> AssurancePart.acknowledgements(visit, found)),
                                recall.map(found -> RecallPart.holders(visit, found)),
                                shifts.after(visit, one),
                                HoldPart.of(visit, held),
                                HoldPart.gone(visit, one),
                                readers.of(visit, one))
                        .flatMap(Optional::stream)
                        .toList(),
                actions);
    }

    /// A field of a statement in words.
    List<Fact> facts(Visit visit, String name, Object value) {
        var facts = new ArrayList<Fact>();
        add(words.values(visit), facts, name, label(visit.words(), name), value);
        return facts;
    }

    private static List<Fact> facts(
            Visit visit, StatementView one, Optional<AssuranceView> assurance) {
        var words = visit.words();
        var facts = new ArrayList<Fact>();
        facts.add(
                Fact.linked(
                        visit.say("journal.originator"),
                        visit.partner(one.originator()),
                        visit.keeping("/partners/" + one.originator())));
        facts.add(
                Fact.of(
                        visit.say("journal.assurance"),
                        AssurancePart.level(visit, one, assurance)));
        facts.add(Fact.of(visit.say("journal.claimed"), stamp(words, one.claimedAt())));
        facts.add(Fact.of(visit.say("journal.heard"), stamp(words, one.heardAt())));
        facts.add(Fact.of(visit.say("journal.number"), words.number(one.index())));
        facts.add(Fact.code(visit.say("journal.id"), one.id()));
        return facts;
    }

    private static String stamp(Words words, java.time.Instant at) {
        return words.dayAndTime(at) + " (" + words.universal(at) + ")";
    }

    private static List<Link> actions(
            Visit visit,
            StatementView one,
            Optional<RecallView> recall,
            Optional<AssuranceView> assurance) {
        var links = new ArrayList<>(AssurancePart.actions(visit, one, assurance));
        links.addAll(RecallPart.actions(visit, one, recall));
        if (one.subject() != null) {
            links.add(
                    Link.to(
                            visit.say("journal.same-subject"),
                            visit.keeping("/journal?subject=" + one.subject())));
        }
        return links;
    }

    /// A field, or the fields of a field: `line.quantity`, `names.common.ar`.
    private static void add(
            StatementWords.Values values,
            List<Fact> facts,
            String key,
            String name,
            @Nullable Object value) {
        var words = values.words();
        switch (value) {
            case Map<?, ?> inner when inner.isEmpty() -> {}
            case Map<?, ?> inner ->
                    inner.forEach(
                            (field, one) ->
                                    add(
                                            values,
                                            facts,
                                            String.valueOf(field),
                                            name + " · " + label(words, String.valueOf(field)),
                                            one));
            case List<?> items -> {
                for (int i = 0; i < items.size(); i++) {
                    add(values, facts, key, numbered(words, name, items, i), items.get(i));
                }
            }
            case Boolean yes -> facts.add(Fact.of(name, words.say(yes ? "word.yes" : "word.no")));
            case null -> facts.add(Fact.of(name, "—"));
            case Object other -> facts.add(Fact.of(name, values.of(key, other)));
        }
    }

    private static String numbered(Words words, String name, List<?> items, int place) {
        return items.size() == 1 ? name : name + " " + words.number(place + 1);
    }

    /// A field by its name, and an item of a list, `lines/0`, by its place.
    private static String label(Words words, String name) {
        int slash = name.lastIndexOf('/');
        var last = name.substring(slash + 1);
        if (slash > 0 && last.matches("\\d{1,6}")) {
            return label(words, name.substring(0, slash))
                    + " "
                    + words.number(Integer.parseInt(last) + 1);
        }
        return words.find("field." + last)
                .or(() -> language(last))
                .orElse(
                        last.replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                                .toLowerCase(java.util.Locale.ROOT));
    }

    /// The key of a name in one language.
    private static Optional<String> language(String tag) {
        return Arrays.stream(Language.values())
                .filter(one -> one.tag().equals(tag))
                .map(Language::ownName)
                .findFirst();
    }

    private static List<Fact> audience(
            StatementWords.Values values, @Nullable Map<String, Object> label) {
        var facts = new ArrayList<Fact>();
        if (label != null) {
            label.forEach(
                    (name, value) -> add(values, facts, name, label(values.words(), name), value));
        }
        return facts;
    }

    private static StatementPage.Proof proof(
            Visit visit, StatementView one, Receipt receipt, String path) {
        var facts = new ArrayList<Fact>();
        var note = CheckpointText.of(receipt.text());
        note.ifPresent(
                checkpoint -> {
                    facts.add(Fact.code(visit.say("proof.log"), checkpoint.origin()));
                    facts.add(
                            Fact.of(
                                    visit.say("proof.size"),
                                    visit.words().number(checkpoint.size())));
                    facts.add(Fact.code(visit.say("proof.root"), checkpoint.root()));
                    facts.add(
                            Fact.code(
                                    visit.say("proof.signed-by"),
                                    String.join(", ", checkpoint.signers())));
                });
        return new StatementPage.Proof(
                facts,
                receipt.text(),
                visit.keeping(path + "/receipt"),
                one.erased() ? Optional.empty() : Optional.of(visit.keeping(path + "/package")));
    }
}
