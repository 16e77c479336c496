package org.parley.hub.console;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.hub.api.Paging;
import org.parley.hub.heard.Measured;
import org.parley.hub.heard.Silence;
import org.parley.hub.heard.SilenceView;
import org.springframework.web.bind.annotation.GetMapping;

/// What awaits whose answer, by the hub's clock.
@PageController
class SilenceController {

    private final Silence silence;

    SilenceController(Silence silence) {
        this.silence = silence;
    }

    @GetMapping("/o/{operation}/silence")
    ListPage show(Visit visit, Paging paging) {
        var ledger = silence.ledger(visit.sight(), visit.cut(), paging);
        var title = visit.say("silence.title");
        var next = ledger.next();
        return new ListPage(
                visit.shell(Section.JOURNAL, title),
                title,
                visit.say("silence.note"),
                List.of(),
                List.of(
                        Link.to(visit.say("journal.title"), visit.keeping("/journal")),
                        Link.to(visit.say("known-to.title"), visit.keeping("/known-to"))),
                List.of(),
                List.of(tallies(visit, ledger), open(visit, ledger), late(visit, ledger)),
                paging.after()
                        .map(_ -> Link.to(visit.say("list.first"), visit.keeping("/silence"))),
                next == null
                        ? Optional.empty()
                        : Optional.of(
                                Link.to(
                                        visit.say("list.more"),
                                        visit.keeping("/silence?after=" + next))));
    }

    private static ListPage.Part tallies(Visit visit, SilenceView ledger) {
        var rules =
                ledger.organisations().stream()
                        .map(SilenceView.Tally::kind)
                        .distinct()
                        .sorted()
                        .map(kind -> visit.say("awaited.rule." + kind))
                        .collect(Collectors.joining(" "));
        return new ListPage.Part(
                visit.say("silence.by-organisation"),
                visit.say("silence.times") + " " + rules,
                new Grid(
                        visit.say("silence.by-organisation"),
                        List.of(
                                Grid.text(visit.say("silence.awaited-of")),
                                Grid.text(visit.say("silence.what")),
                                Grid.number(visit.say("silence.asked")),
                                Grid.number(visit.say("silence.answered")),
                                Grid.number(visit.say("silence.unanswered")),
                                Grid.number(visit.say("silence.lapsed")),
                                Grid.number(visit.say("silence.half")),
                                Grid.number(visit.say("silence.nine-in-ten")),
                                Grid.number(visit.say("silence.longest"))),
                        ledger.organisations().stream().map(one -> row(visit, one)).toList()),
                visit.say("silence.nothing-asked"));
    }

    private static Grid.Row row(Visit visit, SilenceView.Tally one) {
        return Grid.row(
                Grid.cell(visit.partner(one.organisation())),
                Grid.cell(visit.say("awaited." + one.kind())),
                count(visit, one.asked()),
                count(visit, one.answered()).below(part(visit, "silence.late", one.late())),
                count(visit, one.open()).below(part(visit, "silence.overdue", one.overdue())),
                count(visit, one.lapsed()),
                hours(visit, one.p50Hours()),
                hours(visit, one.p90Hours()),
                hours(visit, one.longestOpenHours()));
    }

    private static Grid.Cell count(Visit visit, Measured count) {
        return Grid.cell(visit.words().number(count.value()));
    }

    private static String part(Visit visit, String key, Measured count) {
        return count.value().signum() == 0
                ? ""
                : visit.say(key, visit.words().number(count.value()));
    }

    private static Grid.Cell hours(Visit visit, @Nullable Measured hours) {
        return hours == null
                ? Grid.cell("—")
                : Grid.cell(
                                visit.words()
                                        .span(
                                                Duration.ofMinutes(
                                                        hours.value().movePointRight(1).longValue()
                                                                * 6)))
                        .below(
                                visit.say(
                                        "silence.of",
                                        visit.words().number(hours.reported()),
                                        visit.words().number(hours.expected())));
    }

    private static ListPage.Part open(Visit visit, SilenceView ledger) {
        return new ListPage.Part(
                visit.say("silence.open"),
                visit.say("silence.open.note"),
                new Grid(
                        visit.say("silence.open"),
                        columns(visit, "silence.waiting"),
                        ledger.open().stream()
                                .map(
                                        one ->
                                                line(
                                                        visit,
                                                        one,
                                                        Grid.state(
                                                                        Mark.UNKNOWN,
                                                                        visit.say("silence.none"))
                                                                .below(
                                                                        visit.words()
                                                                                .span(
                                                                                        Duration
                                                                                                .between(
                                                                                                        one
                                                                                                                .askedAt(),
                                                                                                        ledger
                                                                                                                .at())))))
                                .toList()),
                visit.say("silence.all-answered"));
    }

    private static ListPage.Part late(Visit visit, SilenceView ledger) {
        return new ListPage.Part(
                visit.say("silence.late.title"),
                visit.say("silence.late.note"),
                new Grid(
                        visit.say("silence.late.title"),
                        columns(visit, "silence.answered-at"),
                        ledger.late().stream()
                                .map(one -> line(visit, one, answered(visit, one)))
                                .toList()),
                visit.say("silence.none-late"));
    }

    private static Grid.Cell answered(Visit visit, SilenceView.Line one) {
        var at = one.endedAt();
        return at == null
                ? Grid.cell("—")
                : Grid.link(
                        visit.words().dayAndTime(at),
                        visit.keeping("/journal/" + one.endedIndex()));
    }

    private static List<Grid.Column> columns(Visit visit, String last) {
        return List.of(
                Grid.text(visit.say("silence.what")),
                Grid.text(visit.say("silence.awaited-of")),
                Grid.text(visit.say("silence.asked-by")),
                Grid.text(visit.say("silence.since")),
                Grid.spare(visit.say("silence.due")),
                Grid.text(visit.say(last)));
    }

    private static Grid.Row line(Visit visit, SilenceView.Line one, Grid.Cell last) {
        var due = one.due();
        return Grid.row(
                Grid.link(
                                visit.say("awaited." + one.kind()),
                                visit.keeping("/journal/" + one.index()))
                        .below(about(visit, one)),
                Grid.cell(visit.partner(one.awaits())),
                Grid.cell(visit.partner(one.askedBy())),
                Grid.cell(visit.words().dayAndTime(one.askedAt())),
                Grid.cell(due == null ? "—" : visit.words().dayAndTime(due)),
                last);
    }

    private static String about(Visit visit, SilenceView.Line one) {
        int slash = one.about().indexOf('/');
        var name = one.about().substring(slash + 1);
        return one.about().startsWith("partner/") ? visit.partner(name) : name;
    }
}
