package org.parley.hub.console;

import static org.parley.hub.console.Grid.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.ChainView;
import org.parley.hub.flow.ConsignmentView;
import org.parley.hub.flow.LineView;
import org.parley.hub.flow.RulingView;
import org.parley.hub.places.Places;
import org.parley.kernel.names.Names;
import org.springframework.stereotype.Component;

/// Puts the page of one consignment together, as far as its reader may see it.
@Component
class ConsignmentDesk {

    private final Places places;
    private final Custody custody;

    ConsignmentDesk(Places places, Custody custody) {
        this.places = places;
        this.custody = custody;
    }

    ConsignmentPage page(Visit visit, ConsignmentView found) {
        var row = found.head();
        var names = places.names(visit.sight(), visit.cut());
        var lines =
                found.lines().stream()
                        .collect(Collectors.toMap(LineView::line, line -> line, (one, _) -> one));
        return new ConsignmentPage(
                visit.shell(Section.FLOW, row.consignment()),
                row.consignment(),
                FlowWords.goods(visit, row)
                        + (row.tonnes() == null
                                ? ""
                                : " · " + FlowWords.tonnes(visit, row.tonnes())),
                BoardDesk.parties(visit, row),
                FlowWords.mark(row.stage()),
                FlowWords.stage(visit, row.stage()),
                actions(visit, found),
                facts(visit, found, names),
                found.lines().stream().flatMap(line -> Balances.of(visit, line).stream()).toList(),
                custody.of(visit, found.chain(), lines, names),
                lines(visit, found.lines()),
                rulings(visit, found.rulings()),
                proofs(visit, found.chain()));
    }

    private static List<Link> actions(Visit visit, ConsignmentView found) {
        if (!visit.speaks()) {
            return List.of();
        }
        var path = "/flow/" + found.head().consignment();
        return List.of(
                Link.chief(visit.say("flow.report-step"), visit.at(path + "/report")),
                Link.to(visit.say("flow.report-receipt"), visit.at(path + "/receipt")),
                Link.to(visit.say("flow.rule"), visit.at(path + "/rule")));
    }

    private static List<Fact> facts(Visit visit, ConsignmentView found, Map<String, Names> names) {
        var row = found.head();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(visit.say("flow.kind"), FlowWords.kind(visit, row.kind())));
        facts.add(Fact.of(visit.say("flow.sender"), visit.partner(row.sender())));
        facts.add(Fact.of(visit.say("flow.receiver"), visit.partner(row.receiver())));
        facts.add(Fact.of(visit.say("journal.originator"), visit.partner(row.saidBy())));
        facts.add(
                Fact.of(
                        visit.say("flow.asked"),
                        row.authorities().isEmpty()
                                ? visit.say("flow.asked.none")
                                : row.authorities().stream()
                                        .map(visit::partner)
                                        .collect(Collectors.joining(", "))));
        place(visit, facts, "flow.origin", found.origin(), names);
        place(visit, facts, "flow.destination", found.destination(), names);
        place(visit, facts, "flow.destination-area", row.destinationArea(), names);
        place(visit, facts, "flow.corridor", row.corridor(), names);
        if (row.readyOn() != null) {
            facts.add(Fact.of(visit.say("flow.ready"), visit.words().date(row.readyOn())));
        }
        if (row.priority() != null) {
            facts.add(
                    Fact.of(
                            visit.say("flow.priority"),
                            visit.words().orCode("flow.priority.", row.priority())));
        }
        for (var reference : Optional.ofNullable(found.references()).orElse(List.of())) {
            facts.add(
                    Fact.code(
                            visit.words().orCode("flow.reference.", reference.scheme()),
                            reference.value()));
        }
        return facts;
    }

    private static void place(
            Visit visit,
            List<Fact> facts,
            String key,
            @Nullable String place,
            Map<String, Names> names) {
        if (place != null) {
            facts.add(
                    Fact.linked(
                            visit.words().say(key),
                            named(visit, place, names),
                            visit.keeping("/places/" + place)));
        }
    }

    static String named(Visit visit, String place, Map<String, Names> names) {
        return Optional.ofNullable(names.get(place)).map(visit::name).orElse(place);
    }

    private static Grid lines(Visit visit, List<LineView> lines) {
        return new Grid(
                visit.say("consignment.lines"),
                List.of(
                        Grid.text(visit.say("flow.line")),
                        Grid.text(visit.say("flow.category")),
                        Grid.number(visit.say("flow.quantity")),
                        Grid.number(visit.say("flow.tonnes")),
                        Grid.number(visit.say("flow.ruled-for")),
                        Grid.number(visit.say("flow.manifested")),
                        Grid.spare(visit.say("flow.expires"))),
                lines.stream().map(line -> line(visit, line)).toList());
    }

    private static Grid.Row line(Visit visit, LineView line) {
        var unit = line.unit();
        var sums = line.quantities();
        return Grid.row(
                cell(FlowWords.goods(visit, line))
                        .below(FlowWords.asWritten(visit, line), FlowWords.writtenIn(line)),
                cell(FlowWords.category(visit, line.category())),
                cell(
                        line.quantity() == null || unit == null
                                ? "—"
                                : FlowWords.amount(visit, line.quantity(), unit)),
                cell(line.weightTonnes() == null ? "—" : visit.words().number(line.weightTonnes())),
                cell(
                        sums == null || sums.ruledFor() == null
                                ? "—"
                                : visit.words().number(sums.ruledFor())),
                cell(sums == null ? "—" : visit.words().number(sums.manifested())),
                cell(line.expiresOn() == null ? "—" : visit.words().date(line.expiresOn())));
    }

    private static Grid rulings(Visit visit, List<RulingView> rulings) {
        return new Grid(
                visit.say("consignment.rulings"),
                List.of(
                        Grid.text(visit.say("flow.line")),
                        Grid.text(visit.say("flow.authority")),
                        Grid.text(visit.say("flow.outcome")),
                        Grid.text(visit.say("flow.reasons")),
                        Grid.spare(visit.say("flow.ruled-at"))),
                rulings.stream().map(ruling -> ruling(visit, ruling)).toList());
    }

    private static Grid.Row ruling(Visit visit, RulingView ruling) {
        var outcome = ruling.outcome();
        var state =
                outcome == null
                        ? cell("—")
                        : Grid.state(
                                switch (outcome) {
                                    case "for" -> Mark.GOOD;
                                    case "against" -> Mark.STOPPED;
                                    default -> Mark.PARTLY;
                                },
                                visit.words().orCode("flow.outcome.", outcome));
        var allowed =
                ruling.allowed() == null || ruling.unit() == null
                        ? ""
                        : FlowWords.amount(visit, ruling.allowed(), ruling.unit());
        return Grid.row(
                cell(Objects.requireNonNullElse(ruling.line(), "")),
                cell(visit.partner(ruling.authority()))
                        .below(
                                ruling.saidBy().equals(ruling.authority())
                                        ? ""
                                        : visit.say(
                                                "flow.heard-from", visit.partner(ruling.saidBy()))),
                state.below(allowed),
                cell(reasons(visit, ruling)).below(conditions(visit, ruling)),
                cell(visit.words().dayAndTime(ruling.ruledAt()))
                        .below(
                                ruling.validUntil() == null
                                        ? ""
                                        : visit.say(
                                                Boolean.TRUE.equals(ruling.expired())
                                                        ? "flow.expired"
                                                        : "flow.valid-until",
                                                visit.words().dayAndTime(ruling.validUntil()))));
    }

    private static String reasons(Visit visit, RulingView ruling) {
        return Optional.ofNullable(ruling.reasons()).orElse(List.of()).stream()
                .map(code -> visit.words().orCode("flow.reason.", code))
                .collect(Collectors.joining(", "));
    }

    private static String conditions(Visit visit, RulingView ruling) {
        var conditions = Optional.ofNullable(ruling.conditions()).orElse(List.of());
        return conditions.isEmpty()
                ? ""
                : visit.say(
                        "flow.on-condition",
                        conditions.stream()
                                .map(visit.words()::isolated)
                                .collect(Collectors.joining("; ")));
    }

    private static List<ConsignmentPage.Proof> proofs(Visit visit, List<ChainView> chain) {
        return chain.stream()
                .sorted(java.util.Comparator.comparing(ChainView::index).reversed())
                .map(
                        one -> {
                            var statement = "/journal/" + one.saidBy() + "/" + one.statement();
                            return new ConsignmentPage.Proof(
                                    visit.words().orCode("type.", one.type()),
                                    visit.partner(one.saidBy()),
                                    one.heardAt(),
                                    visit.keeping(statement),
                                    visit.at(statement + "/receipt"));
                        })
                .toList();
    }
}
