package org.parley.hub.flow;

import java.math.BigDecimal;
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
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.stereotype.Component;

/// Writes down what follows from a statement: events, sums, standings, papers, and the record that
/// the next decision needs. A function of the entry and of the state before it alone.
@Component
class Recorder {

    private final RecordStore records;
    private final RequestStore requests;
    private final EventStore events;
    private final TallyStore tallies;
    private final PaperStore papers;

    Recorder(
            RecordStore records,
            RequestStore requests,
            EventStore events,
            TallyStore tallies,
            PaperStore papers) {
        this.records = records;
        this.requests = requests;
        this.events = events;
        this.tallies = tallies;
        this.papers = papers;
    }

    Label usualLabel(OperationId operation, PartnerId originator, FlowBody said) {
        return UsualLabels.of(
                originator, List.copyOf(records.load(operation, said.consignments()).values()));
    }

    void record(String type, Entry<? extends FlowBody> entry) {
        var operation = entry.operation();
        var said = entry.body();
        var concerned = concerned(operation, said);
        var before = records.load(operation, concerned);
        var after = new TreeMap<>(before);
        paper(entry, after);
        for (var consignment : concerned) {
            event(type, entry, consignment, after);
        }
        for (var consignment : after.values()) {
            if (!consignment.equals(before.get(consignment.consignment()))) {
                records.save(operation, consignment);
            }
        }
        if (said instanceof LoadsChanged change) {
            LoadEffect.summed(LoadEffect.of(change))
                    .forEach(
                            effect ->
                                    tallies.addToLoad(
                                            operation, entry.index(), entry.label(), effect));
        }
    }

    private Set<String> concerned(OperationId operation, FlowBody said) {
        var all = new TreeSet<>(said.consignments());
        if (said instanceof Manifested manifest) {
            all.addAll(records.onManifest(operation, manifest.manifest()));
        }
        return all;
    }

    private void paper(Entry<? extends FlowBody> entry, Map<String, Consignment> state) {
        switch (entry.body()) {
            case ConsignmentRequested said -> request(entry, said, state);
            case ConsignmentAmended said -> amend(entry, said, state);
            case ConsignmentWithdrawn said ->
                    state.computeIfPresent(said.consignment(), (_, c) -> c.ended(true));
            case ConsignmentClosed said ->
                    state.computeIfPresent(said.consignment(), (_, c) -> c.ended(false));
            case ReviewReported said ->
                    state.computeIfPresent(
                            said.consignment(),
                            (_, c) -> c.reviewed(said.authority(), said.state()));
            case Ruled said -> rule(entry, said, state);
            case Manifested said -> manifest(entry, said, state);
            case LegPlanned said -> papers.leg(entry, said);
            case CustomsReported _, GoodsReported _, ReceiptReported _, CustodyHandedOver _ -> {}
            case LoadsPlanned _, LoadsChanged _ -> {}
        }
    }

    private void request(
            Entry<?> entry, ConsignmentRequested said, Map<String, Consignment> state) {
        requests.begin(entry, said);
        said.references()
                .forEach(
                        reference ->
                                records.take(
                                        entry.operation(),
                                        entry.originator(),
                                        reference,
                                        said.consignment()));
        var consignment = Consignment.of(said, entry.originator(), entry.addressed());
        var byLabel = new TreeMap<Integer, List<Effect>>();
        for (var earlier : events.earlier(entry, said.consignment())) {
            var effects = Counting.of(earlier.facts(), consignment).effects();
            events.recount(entry, said.consignment(), said.kind(), earlier.index(), effects);
            byLabel.computeIfAbsent(earlier.label(), _ -> new ArrayList<>()).addAll(effects);
            consignment = consignment.counting(effects);
        }
        count(entry, said.consignment(), byLabel);
        state.put(said.consignment(), consignment);
    }

    private void amend(Entry<?> entry, ConsignmentAmended said, Map<String, Consignment> state) {
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
        requests.amend(entry, said, cargo, before);
        state.put(said.consignment(), consignment);
    }

    private void rule(Entry<?> entry, Ruled said, Map<String, Consignment> state) {
        var consignment = state.get(said.consignment());
        boolean own = said.authority().equals(entry.originator());
        for (var ruling : said.lines()) {
            var line = consignment == null ? null : consignment.lines().get(ruling.line());
            var allowed = allowed(ruling, line);
            papers.rule(entry, said, ruling, allowed);
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

    private void manifest(Entry<?> entry, Manifested said, Map<String, Consignment> state) {
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
        papers.manifest(entry, said, counted);
    }

    private void event(
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
            var earlier = events.correct(type, entry, consignment, corrected);
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
                type,
                entry,
                consignment,
                known == null ? null : known.kind(),
                stage,
                facts,
                effects);
        count(entry, consignment, byLabel);
        byLabel.values()
                .forEach(all -> state.computeIfPresent(consignment, (_, c) -> c.counting(all)));
        stand(entry, consignment, stage, restand);
    }

    private static @Nullable StatementId corrects(FlowBody said) {
        return switch (said) {
            case GoodsReported report -> report.corrects();
            case ReceiptReported report -> report.corrects();
            default -> null;
        };
    }

    private void count(
            Entry<?> entry, String consignment, Map<Integer, List<Effect>> effectsByLabel) {
        effectsByLabel.forEach(
                (label, effects) -> {
                    var byLine = new TreeMap<String, List<Effect>>();
                    effects.forEach(
                            effect ->
                                    byLine.computeIfAbsent(effect.line(), _ -> new ArrayList<>())
                                            .add(effect));
                    byLine.forEach(
                            (line, all) ->
                                    tallies.add(
                                            entry.operation(),
                                            entry.index(),
                                            consignment,
                                            line,
                                            label,
                                            all));
                    LoadEffect.summed(LoadEffect.of(consignment, effects))
                            .forEach(
                                    effect ->
                                            tallies.addToLoad(
                                                    entry.operation(),
                                                    entry.index(),
                                                    label,
                                                    effect));
                });
    }

    private void stand(
            Entry<?> entry, String consignment, @Nullable Stage stage, int restandLabel) {
        if (restandLabel >= 0 && restandLabel != entry.label()) {
            restand(entry, consignment, restandLabel);
        }
        if (restandLabel == entry.label()) {
            restand(entry, consignment, entry.label());
        } else if (stage != null) {
            var next = new Standing(stage, entry.claimedAt());
            var before = tallies.standing(entry.operation(), consignment, entry.label());
            var now = before.map(standing -> standing.then(next)).orElse(next);
            replace(entry, consignment, entry.label(), before, Optional.of(now));
        }
    }

    /// After a correction the stages are told anew from what is left.
    private void restand(Entry<?> entry, String consignment, int label) {
        var now =
                events.stages(entry.operation(), consignment, label).stream()
                        .reduce(Standing::then);
        replace(
                entry,
                consignment,
                label,
                tallies.standing(entry.operation(), consignment, label),
                now);
    }

    private void replace(
            Entry<?> entry,
            String consignment,
            int label,
            Optional<Standing> before,
            Optional<Standing> now) {
        if (before.equals(now)) {
            return;
        }
        if (before.isPresent()) {
            tallies.endStanding(entry.operation(), entry.index(), consignment, label);
        }
        now.ifPresent(
                standing ->
                        tallies.beginStanding(
                                entry.operation(), entry.index(), consignment, label, standing));
    }
}
