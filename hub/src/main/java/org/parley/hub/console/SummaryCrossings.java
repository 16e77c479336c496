package org.parley.hub.console;

import static org.parley.hub.console.Grid.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.parley.hub.console.CrossingStates.Standing;
import org.parley.hub.console.ListPage.Part;
import org.parley.hub.journal.Cut;
import org.parley.hub.places.CrossingDaySaid;
import org.springframework.stereotype.Component;

/// Which crossings stand otherwise than at an earlier cut, and who says so.
@Component
class SummaryCrossings {

    private final CrossingStates crossings;

    SummaryCrossings(CrossingStates crossings) {
        this.crossings = crossings;
    }

    Part between(Visit visit, Cut from) {
        var before = new HashMap<String, Standing>();
        crossings.all(visit, from).forEach(one -> before.put(one.crossing().crossing(), one));
        var now = crossings.all(visit);
        var rows = new ArrayList<Grid.Row>();
        for (var one : now) {
            var earlier = before.get(one.crossing().crossing());
            var was = earlier == null ? Mark.UNKNOWN : CrossingStates.mark(earlier);
            if (was != CrossingStates.mark(one)) {
                rows.add(row(visit, was, one));
            }
        }
        long reported = now.stream().filter(one -> one.day().isPresent()).count();
        return new Part(
                visit.say("summary.crossings"),
                visit.say(
                        "summary.crossings.note",
                        visit.words().number(reported),
                        visit.words().number(now.size())),
                new Grid(
                        visit.say("summary.crossings"),
                        List.of(
                                Grid.text(visit.say("field.crossing")),
                                Grid.text(visit.say("summary.before")),
                                Grid.text(visit.say("summary.now"))),
                        rows),
                visit.say("summary.crossings.none"));
    }

    private static Grid.Row row(Visit visit, Mark was, Standing one) {
        var now = CrossingStates.mark(one);
        var who =
                one.day().stream()
                        .flatMap(day -> day.said().stream())
                        .map(
                                said ->
                                        visit.say(
                                                "summary.said",
                                                visit.partner(said.saidBy()),
                                                what(visit, said)))
                        .toList();
        return Grid.row(
                link(
                        visit.name(one.crossing().names()),
                        visit.keeping("/places/" + one.crossing().crossing())),
                Grid.state(was, CrossingStates.word(visit, was)),
                Grid.state(now, CrossingStates.word(visit, now)).below(String.join(" · ", who)));
    }

    private static String what(Visit visit, CrossingDaySaid said) {
        var openings = Optional.ofNullable(said.openings()).orElse(List.of());
        var detail = CrossingStates.openings(visit, said);
        return openings.isEmpty() || !detail.isEmpty()
                ? detail
                : CrossingStates.word(visit, CrossingStates.mark(openings));
    }
}
