package org.parley.hub.flow;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Sight;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.StatementId;
import org.springframework.stereotype.Component;

/// Writes down what follows from a statement: events, sums, standings, papers, and the record that
/// the next decision needs. A function of the entry and of the state before it alone.
@Component
class Recorder {

    private final RecordStore records;
    private final RequestStore requests;
    private final EventStore events;
    private final PaperStore papers;
    private final Drafts drafts;

    Recorder(
            RecordStore records,
            RequestStore requests,
            EventStore events,
            PaperStore papers,
            Drafts drafts) {
        this.records = records;
        this.requests = requests;
        this.events = events;
        this.papers = papers;
        this.drafts = drafts;
    }

    Label usualLabel(Sight sight, FlowBody said) {
        var shown = requests.shown(sight, said.consignments());
        return UsualLabels.of(
                sight.reader().organisation(),
                List.copyOf(records.load(sight.reader().operation(), shown).values()));
    }

    void record(String type, Entry<? extends FlowBody> entry) {
        var draft = drafts.of(entry.operation());
        var said = entry.body();
        var concerned = concerned(draft, said);
        var state = draft.consignments(concerned);
        paper(draft, entry, state);
        for (var consignment : concerned) {
            event(draft, type, entry, consignment, state);
        }
        state.forEach((consignment, now) -> draft.known(consignment).change(now));
        if (said instanceof LoadsChanged change) {
            for (var effect : LoadEffect.summed(LoadEffect.of(change))) {
                TallyBook.addToLoad(draft, entry.index(), entry.label(), effect);
            }
        }
        draft.recorded(entry.index());
        draft.writeWhenLarge();
    }

    private Set<String> concerned(Draft draft, FlowBody said) {
        var all = new TreeSet<>(said.consignments());
        if (said instanceof Manifested manifest) {
            all.addAll(papers.onManifest(draft, manifest.manifest()));
        }
        return all;
    }

    private void paper(
            Draft draft, Entry<? extends FlowBody> entry, Map<String, Consignment> state) {
        switch (entry.body()) {
            case ConsignmentRequested said -> request(draft, entry, said, state);
            case ConsignmentAmended said -> amend(draft, entry, said, state);
            case ConsignmentWithdrawn said ->
                    state.computeIfPresent(said.consignment(), (_, c) -> c.ended(true));
            case ConsignmentClosed said ->
                    state.computeIfPresent(said.consignment(), (_, c) -> c.ended(false));
            case ReviewReported said ->
                    state.computeIfPresent(
                            said.consignment(),
                            (_, c) -> c.reviewed(said.authority(), said.state()));
            case Ruled said -> rule(draft, entry, said, state);
            case Manifested said -> manifest(draft, entry, said, state);
            case LegPlanned said -> papers.leg(draft, entry, said);
            case CustomsReported _, GoodsReported _, ReceiptReported _, CustodyHandedOver _ -> {}
            case LoadsPlanned _, LoadsChanged _ -> {}
        }
    }

    private void request(
            Draft draft,
            Entry<?> entry,
            ConsignmentRequested said,
            Map<String, Consignment> state) {
        requests.begin(draft, entry, said);
        for (var reference : said.references()) {
            draft.give(new Draft.Given(entry.originator(), reference), said.consignment());
        }
        var consignment = Consignment.of(said, entry.originator(), entry.addressed());
        var byLabel = new TreeMap<Integer, List<Effect>>();
        for (var earlier : events.recount(draft, entry, said, consignment)) {
            byLabel.computeIfAbsent(earlier.label(), _ -> new ArrayList<>())
                    .addAll(earlier.effects());
            consignment = consignment.counting(earlier.effects());
        }
        count(draft, entry, said.consignment(), byLabel);
        state.put(said.consignment(), consignment);
    }

    private void amend(
            Draft draft, Entry<?> entry, ConsignmentAmended said, Map<String, Consignment> state) {
        var consignment = state.get(said.consignment());
        if (consignment == null) {
            return;
        }
        int before = consignment.lines().size();
        for (var item : said.lines()) {
            var line = consignment.lines().get(item.line());
            consignment =
                    consignment.with(
                            item.line(),
                            line == null ? Consignment.Line.asked(item) : line.as(item));
        }
        for (var dropped : said.dropped()) {
            var line = consignment.lines().get(dropped);
            if (line != null) {
                consignment = consignment.with(dropped, line.drop());
            }
        }
        var cargo =
                consignment.lines().values().stream()
                        .filter(line -> !line.dropped())
                        .map(line -> line.item().category())
                        .distinct()
                        .sorted()
                        .toList();
        requests.amend(draft, entry, said, cargo, before);
        state.put(said.consignment(), consignment);
    }

    private void rule(Draft draft, Entry<?> entry, Ruled said, Map<String, Consignment> state) {
        var consignment = state.get(said.consignment());
        boolean own = said.authority().equals(entry.originator());
        for (var ruling : said.lines()) {
            var line = consignment == null ? null : consignment.lines().get(ruling.line());
            var allowed = allowed(ruling, line);
            papers.rule(draft, entry, said, ruling, allowed);
            if (own && consignment != null && line != null) {
                var standing =
                        new Consignment.Allowed(
                                ruling.outcome(), allowed, said.validUntil(), entry.index());
                consignment =
                        consignment.with(ruling.line(), line.ruled(said.authority(), standing));
            }
        }
        if (consignment != null) {
            state.put(
                    said.consignment(),
                    own
                            ? consignment.reviewed(said.authority(), ReviewState.UNDER_REVIEW)
                            : consignment);
        }
    }

    private static BigDecimal allowed(LineRuling ruling, Consignment.@Nullable Line line) {
        return switch (ruling.outcome()) {
            case FOR -> line == null ? BigDecimal.ZERO : line.item().quantity();
            case IN_PART -> ruling.quantity() == null ? BigDecimal.ZERO : ruling.quantity();
            case AGAINST -> BigDecimal.ZERO;
        };
    }

    private void manifest(
            Draft draft, Entry<?> entry, Manifested said, Map<String, Consignment> state) {
        state.replaceAll(
                (_, consignment) -> {
                    var next = consignment;
                    for (var line : consignment.lines().entrySet()) {
                        next =
                                next.with(
                                        line.getKey(),
                                        line.getValue().onManifest(said.manifest(), null));
                    }
                    return next;
                });
        var counted = new LinkedHashMap<ManifestEntry, BigDecimal>();
        for (var wanted : said.entries()) {
            var consignment = state.get(wanted.consignment());
            var line = consignment == null ? null : consignment.lines().get(wanted.line());
            if (consignment == null || line == null) {
                continue;
            }
            var quantity = Counting.inUnit(wanted.goods(), line.item().unit());
            if (quantity.isPresent()) {
                counted.put(wanted, quantity.get());
                state.put(
                        wanted.consignment(),
                        consignment.with(
                                wanted.line(), line.onManifest(said.manifest(), quantity.get())));
            }
        }
        papers.manifest(draft, entry, said, counted);
    }

    private void event(
            Draft draft,
            String type,
            Entry<? extends FlowBody> entry,
            String consignment,
            Map<String, Consignment> state) {
        var facts = Happened.of(entry.body(), consignment);
        var effects = Counting.of(facts, state.get(consignment)).effects();
        var byLabel = new TreeMap<Integer, List<Effect>>();
        byLabel.computeIfAbsent(entry.label(), _ -> new ArrayList<>()).addAll(effects);
        int restand = -1;
        var corrected = corrects(entry.body());
        if (corrected != null) {
            var earlier = events.correct(draft, type, entry, consignment, corrected);
            if (earlier.isPresent()) {
                var reversed = earlier.get().effects().stream().map(Effect::reversed).toList();
                byLabel.computeIfAbsent(earlier.get().label(), _ -> new ArrayList<>())
                        .addAll(reversed);
                restand = earlier.get().label();
            }
        }
        var stage = Stage.of(entry.body());
        if (stage == Stage.MANIFESTED && facts.moved().isEmpty()) {
            stage = null;
        }
        var known = state.get(consignment);
        events.add(
                draft,
                type,
                entry,
                consignment,
                known == null ? null : known.kind(),
                stage,
                facts,
                effects);
        count(draft, entry, consignment, byLabel);
        byLabel.values()
                .forEach(all -> state.computeIfPresent(consignment, (_, c) -> c.counting(all)));
        stand(draft, entry, consignment, stage, restand);
    }

    private static @Nullable StatementId corrects(FlowBody said) {
        return switch (said) {
            case GoodsReported report -> report.corrects();
            case ReceiptReported report -> report.corrects();
            default -> null;
        };
    }

    private static void count(
            Draft draft,
            Entry<?> entry,
            String consignment,
            Map<Integer, List<Effect>> effectsByLabel) {
        effectsByLabel.forEach(
                (label, effects) -> {
                    var byLine = new TreeMap<String, List<Effect>>();
                    for (var effect : effects) {
                        byLine.computeIfAbsent(effect.line(), _ -> new ArrayList<>()).add(effect);
                    }
                    byLine.forEach(
                            (line, all) ->
                                    TallyBook.add(
                                            draft, entry.index(), consignment, line, label, all));
                    for (var effect : LoadEffect.summed(LoadEffect.of(consignment, effects))) {
                        TallyBook.addToLoad(draft, entry.index(), label, effect);
                    }
                });
    }

    private void stand(
            Draft draft,
            Entry<?> entry,
            String consignment,
            @Nullable Stage stage,
            int restandLabel) {
        if (restandLabel >= 0) {
            restand(draft, entry, consignment, restandLabel);
        }
        if (restandLabel != entry.label() && stage != null) {
            var next = new Standing(stage, entry.claimedAt().truncatedTo(ChronoUnit.MICROS));
            var before = draft.known(consignment).standings().get(entry.label());
            var now = before == null ? next : before.then(next);
            TallyBook.stand(draft, entry.index(), consignment, entry.label(), Optional.of(now));
        }
    }

    /// After a correction the stages are told anew from what is left.
    private void restand(Draft draft, Entry<?> entry, String consignment, int label) {
        var now = events.stages(draft, consignment, label).stream().reduce(Standing::then);
        TallyBook.stand(draft, entry.index(), consignment, label, now);
    }
}
