package org.parley.hub.console;

import java.util.List;
import java.util.Optional;
import org.parley.hub.journal.StatementFilter;
import org.parley.hub.journal.StatementView;
import org.parley.hub.journal.Statements;
import org.springframework.stereotype.Component;

/// Puts the common operating picture together: all of it from the same cut.
@Component
class PictureDesk {

    private static final int LOGGED = 8;

    private final Statements statements;
    private final CrossingStates crossings;
    private final PictureMap map;
    private final PictureFigures figures;
    private final PictureDay day;

    PictureDesk(
            Statements statements,
            CrossingStates crossings,
            PictureMap map,
            PictureFigures figures,
            PictureDay day) {
        this.statements = statements;
        this.crossings = crossings;
        this.map = map;
        this.figures = figures;
        this.day = day;
    }

    PicturePage picture(Visit visit) {
        var standings = crossings.all(visit);
        var latest =
                statements.list(
                        visit.sight(),
                        visit.cut(),
                        StatementFilter.ALL,
                        null,
                        PictureDay.LOOKED_AT);
        return new PicturePage(
                visit.shell(Optional.of(Section.PICTURE), visit.say("picture.title")),
                figures.of(visit),
                map.of(visit, standings),
                standings.stream().map(one -> crossings.row(visit, one)).toList(),
                latest.stream().limit(LOGGED).map(one -> logged(visit, one)).toList(),
                day.of(visit, standings, latest));
    }

    private static PicturePage.LogRow logged(Visit visit, StatementView one) {
        return new PicturePage.LogRow(
                visit.keeping("/journal/" + one.originator() + "/" + one.id()),
                one.heardAt(),
                visit.words().orCode("type.", one.type()),
                StatementWords.subject(one.subject()),
                visit.partner(one.originator()),
                marks(visit, one));
    }

    private static List<String> marks(Visit visit, StatementView one) {
        return one.marks().stream().map(mark -> visit.words().orCode("mark.", mark)).toList();
    }
}
