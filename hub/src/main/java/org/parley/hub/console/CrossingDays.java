package org.parley.hub.console;

import static org.parley.hub.console.Grid.cell;

import java.util.ArrayList;
import java.util.List;
import org.parley.hub.places.CrossingDaySaid;
import org.parley.hub.places.CrossingDayView;

/// The days of a crossing as a table: for each day all that is said of it, side by side.
final class CrossingDays {

    private CrossingDays() {}

    static Grid of(Visit visit, List<CrossingDayView> days) {
        var rows = new ArrayList<Grid.Row>();
        for (var day : days) {
            for (var said : day.said()) {
                rows.add(row(visit, day, said));
            }
        }
        return new Grid(
                visit.say("places.days"),
                List.of(
                        Grid.text(visit.say("places.day")),
                        Grid.text(visit.say("places.said-by")),
                        Grid.text(visit.say("crossings.state")),
                        Grid.spare(visit.say("crossings.hours")),
                        Grid.spare(visit.say("crossings.count")),
                        Grid.spare(visit.say("places.heard"))),
                rows);
    }

    private static Grid.Row row(Visit visit, CrossingDayView day, CrossingDaySaid said) {
        var mark = said.openings() == null ? Mark.UNKNOWN : CrossingStates.mark(said.openings());
        var state =
                Grid.state(mark, CrossingStates.word(visit, mark))
                        .below(CrossingStates.openings(visit, said));
        var date = cell(visit.words().date(day.day()));
        return Grid.row(
                day.differ() ? date.below(visit.say("crossing.state.disputed")) : date,
                cell(visit.partner(said.saidBy()))
                        .below(said.revised() ? visit.say("places.revised") : ""),
                state,
                cell(CrossingStates.hours(said)),
                cell(CrossingStates.capacity(visit, said)),
                cell(visit.words().dayAndTime(said.heardAt())));
    }
}
