package org.parley.hub.console;

import static org.parley.hub.console.Grid.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.hub.console.ListPage.Part;
import org.parley.hub.flow.Flow;
import org.parley.hub.flow.RulingFilter;
import org.parley.hub.flow.RulingView;
import org.parley.hub.journal.Cut;
import org.springframework.stereotype.Component;

/// What authorities have ruled since a cut, and why: so many lines by authority and outcome.
@Component
class SummaryRulings {

    /// Rulings beyond these are counted in the register, not here.
    private static final int MOST_RULINGS = 2_000;

    private static final int AT_ONCE = 250;

    private final Flow flow;

    SummaryRulings(Flow flow) {
        this.flow = flow;
    }

    private record Ground(String authority, String outcome) {}

    Part since(Visit visit, Cut from) {
        var heard = heard(visit, from);
        var grounds =
                heard.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one ->
                                                new Ground(
                                                        one.authority(),
                                                        Optional.ofNullable(one.outcome())
                                                                .orElse("")),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        var rows =
                grounds.entrySet().stream()
                        .sorted(
                                Comparator.comparing(
                                        one -> one.getKey().authority() + one.getKey().outcome()))
                        .map(one -> row(visit, one.getKey(), one.getValue()))
                        .toList();
        long closed = heard.stream().filter(one -> one.outcome() == null).count();
        return new Part(
                visit.say("summary.rulings"),
                visit.say(
                        heard.size() < MOST_RULINGS
                                ? "summary.rulings.note"
                                : "summary.rulings.newest",
                        visit.words().number(heard.size() - closed),
                        visit.words().number(heard.size())),
                new Grid(
                        visit.say("summary.rulings"),
                        List.of(
                                Grid.text(visit.say("flow.authority")),
                                Grid.text(visit.say("field.outcome")),
                                Grid.text(visit.say("field.reason")),
                                Grid.number(visit.say("summary.lines"))),
                        rows),
                visit.say("summary.rulings.none"));
    }

    /// Those that the log has since `from`, the newest first; no more than a page can count.
    private List<RulingView> heard(Visit visit, Cut from) {
        var heard = new ArrayList<RulingView>();
        long before = Long.MAX_VALUE;
        var line = "";
        while (heard.size() < MOST_RULINGS) {
            var some =
                    flow.rulings(
                            visit.sight(), visit.cut(), RulingFilter.ALL, before, line, AT_ONCE);
            some.stream().filter(one -> one.index() >= from.size()).forEach(heard::add);
            if (some.size() < AT_ONCE || some.getLast().index() < from.size()) {
                break;
            }
            before = some.getLast().index();
            line = Objects.requireNonNullElse(some.getLast().line(), "");
        }
        return heard;
    }

    private static Grid.Row row(Visit visit, Ground ground, List<RulingView> lines) {
        var reasons = new TreeMap<String, Integer>();
        lines.stream()
                .flatMap(one -> Optional.ofNullable(one.reasons()).orElse(List.of()).stream())
                .forEach(code -> reasons.merge(code, 1, Integer::sum));
        return Grid.row(
                Grid.cell(visit.partner(ground.authority())),
                Grid.cell(
                        ground.outcome().isEmpty()
                                ? "—"
                                : visit.words().orCode("flow.outcome.", ground.outcome())),
                Grid.cell(
                        reasons.entrySet().stream()
                                .map(
                                        one ->
                                                visit.words().orCode("flow.reason.", one.getKey())
                                                        + " "
                                                        + visit.words().number(one.getValue()))
                                .collect(Collectors.joining(" · "))),
                link(
                        visit.words().number(lines.size()),
                        visit.keeping(
                                "/journal?type=flow.ruled&originator="
                                        + lines.getFirst().saidBy())));
    }
}
