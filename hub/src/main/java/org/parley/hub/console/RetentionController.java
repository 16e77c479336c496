package org.parley.hub.console;

import java.util.List;
import java.util.Optional;
import org.parley.hub.retention.Retention;
import org.parley.hub.retention.RetentionView;
import org.springframework.web.bind.annotation.GetMapping;

/// For what and how long the operation keeps what is said, what is due next, and which legal holds
/// stop erasing.
@PageController
class RetentionController {

    private final Retention retention;
    private final HoldPart holds;

    RetentionController(Retention retention, HoldPart holds) {
        this.retention = retention;
        this.holds = holds;
    }

    @GetMapping("/o/{operation}/retention")
    ListPage show(Visit visit) {
        var title = visit.say("retention.title");
        var view = retention.view(visit.asked());
        return new ListPage(
                visit.shell(Section.JOURNAL, title),
                title,
                view.agreementEnded() == null
                        ? visit.say("retention.agreement-stands")
                        : visit.say(
                                "retention.agreement-ended",
                                visit.words().date(view.agreementEnded())),
                List.of(),
                List.of(Link.to(visit.say("journal.title"), visit.keeping("/journal"))),
                holds.coordinates(visit)
                        ? List.of(
                                Link.to(visit.say("say.period"), visit.at("/say/period")),
                                Link.to(
                                        visit.say("say.agreement-ended"),
                                        visit.at("/say/agreement-ended")))
                        : List.of(),
                List.of(rules(visit, view), changes(visit, view), holds.all(visit, view.holds())),
                Optional.empty(),
                Optional.empty());
    }

    private static ListPage.Part rules(Visit visit, RetentionView view) {
        return new ListPage.Part(
                visit.say("retention.rules"),
                visit.say("retention.rules.note"),
                new Grid(
                        visit.say("retention.rules"),
                        List.of(
                                Grid.text(visit.say("retention.what")),
                                Grid.text(visit.say("retention.kept")),
                                Grid.text(visit.say("field.purpose")),
                                Grid.number(visit.say("retention.due")),
                                Grid.number(visit.say("retention.due-soon")),
                                Grid.number(visit.say("retention.gone"))),
                        view.keeps().stream().map(line -> row(visit, line)).toList()),
                "");
    }

    private static Grid.Row row(Visit visit, RetentionView.Line line) {
        var words = visit.words();
        return Grid.row(
                Grid.cell(words.orCode("retention.keeps.", line.keeps()))
                        .below(visit.say("retention.from." + line.keeps())),
                days(visit, line.days())
                        .below(
                                line.statedBy() == null || line.since() == null
                                        ? visit.say("retention.usual")
                                        : visit.say(
                                                "retention.stated",
                                                visit.partner(line.statedBy()),
                                                words.dayAndTime(line.since()))),
                Grid.cell(
                        line.purpose() == null
                                ? visit.say("retention.no-purpose")
                                : line.purpose()),
                Grid.cell(words.number(line.due())),
                Grid.cell(words.number(line.dueSoon())).below(next(visit, line)),
                Grid.cell(line.keeps().equals("reads") ? "—" : words.number(line.gone())));
    }

    private static String next(Visit visit, RetentionView.Line line) {
        return line.next() == null
                ? ""
                : visit.say("retention.first", visit.words().dayAndTime(line.next()));
    }

    private static Grid.Cell days(Visit visit, int days) {
        return Grid.cell(visit.words().count("retention.days", days));
    }

    private static ListPage.Part changes(Visit visit, RetentionView view) {
        return new ListPage.Part(
                visit.say("retention.changes"),
                visit.say("retention.changes.note"),
                new Grid(
                        visit.say("retention.changes"),
                        List.of(
                                Grid.text(visit.say("retention.what")),
                                Grid.text(visit.say("retention.kept")),
                                Grid.text(visit.say("retention.before")),
                                Grid.text(visit.say("retention.way")),
                                Grid.text(visit.say("journal.originator")),
                                Grid.text(visit.say("journal.heard"))),
                        view.changes().stream().map(change -> row(visit, change)).toList()),
                visit.say("retention.changes.none"));
    }

    private static Grid.Row row(Visit visit, RetentionView.Change change) {
        return Grid.row(
                Grid.link(
                        visit.words().orCode("retention.keeps.", change.keeps()),
                        visit.keeping("/journal/" + change.index())),
                days(visit, change.days()),
                days(visit, change.before()),
                change.longer()
                        ? Grid.state(Mark.LATE, visit.say("retention.longer"))
                        : Grid.cell(visit.say("retention.not-longer")),
                Grid.cell(visit.partner(change.statedBy())),
                Grid.cell(visit.words().dayAndTime(change.at())));
    }
}
