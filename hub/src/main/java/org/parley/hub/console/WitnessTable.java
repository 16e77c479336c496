package org.parley.hub.console;

import static org.parley.hub.console.Grid.cell;

import java.util.List;
import java.util.Locale;
import org.parley.hub.journal.LogStandings;
import org.parley.hub.journal.WitnessStanding;
import org.springframework.stereotype.Component;

/// Who stands for the log beside the hub: which witnesses cosigned its newest checkpoint, which are
/// late, and whether they are as many as the operation asks for. How it stands now, whatever moment
/// the rest of a page shows.
@Component
class WitnessTable {

    private final LogStandings standings;

    WitnessTable(LogStandings standings) {
        this.standings = standings;
    }

    ListPage.Part of(Visit visit) {
        var standing = standings.of(visit.id());
        var rows = standing.witnesses().stream().map(one -> row(visit, one)).toList();
        return new ListPage.Part(
                visit.say("witness.title"),
                rows.isEmpty() ? "" : quorum(visit, standing),
                new Grid(
                        visit.say("witness.title"),
                        List.of(
                                Grid.text(visit.say("witness.name")),
                                Grid.text(visit.say("witness.state")),
                                Grid.number(visit.say("witness.cosigned")),
                                Grid.number(visit.say("witness.behind")),
                                Grid.text(visit.say("witness.seen"))),
                        rows),
                visit.say("witness.none"));
    }

    private static String quorum(Visit visit, LogStandings.Standing standing) {
        var words = visit.words();
        if (!standing.asksForQuorum()) {
            return visit.say("witness.unasked");
        }
        if (standing.quorate() >= standing.published()) {
            return visit.say("witness.met", words.number(standing.published()));
        }
        return standing.quorate() == 0
                ? visit.say("witness.never", words.number(standing.published()))
                : visit.say(
                        "witness.late",
                        words.number(standing.quorate()),
                        words.number(standing.published()));
    }

    private static Grid.Row row(Visit visit, WitnessStanding one) {
        var words = visit.words();
        var state = visit.say("witness.state." + one.state().name().toLowerCase(Locale.ROOT));
        return Grid.row(
                cell(one.name()),
                Grid.state(mark(one), state),
                cell(one.size() == 0 ? "—" : words.number(one.size())),
                cell(words.number(one.behind())),
                cell(one.lastSeen() == null ? "—" : words.dayAndTime(one.lastSeen())));
    }

    private static Mark mark(WitnessStanding one) {
        return switch (one.state()) {
            case COSIGNED -> one.behind() == 0 ? Mark.GOOD : Mark.LATE;
            case NEW -> Mark.UNKNOWN;
            case AWAY -> Mark.LATE;
            case REFUSED -> Mark.STOPPED;
            case CONFLICT, WRONG -> Mark.DISPUTED;
        };
    }
}
