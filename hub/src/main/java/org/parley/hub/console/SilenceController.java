package org.parley.hub.console;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.hub.api.Paging;
import org.parley.hub.heard.Measured;
import org.parley.hub.heard.Silence;
import org.parley.hub.heard.SilenceView;
import org.springframework.web.bind.annotation.GetMapping;

/// What awaits whose answer, by the hub's clock.
@PageController
class SilenceController {

    private static final Function<SilenceView.Tally, String> TO = SilenceView.Tally::organisation;

    private final Silence silence;

    SilenceController(Silence silence) {
        this.silence = silence;
    }

    @GetMapping("/o/{operation}/silence")
    SilencePage show(Visit visit, Paging paging) {
        var ledger = silence.ledger(visit.sight(), visit.cut(), paging);
        var title = visit.say("silence.title");
        var next = ledger.next();
        return new SilencePage(
                visit.shell(Section.JOURNAL, title),
                title,
                visit.say("silence.note"),
                List.of(
                        Link.to(visit.say("journal.title"), visit.keeping("/journal")),
                        Link.to(visit.say("known-to.title"), visit.keeping("/known-to"))),
                counts(visit, ledger),
                groups(visit, ledger),
                List.of(tallies(visit, ledger), late(visit, ledger)),
                paging.after()
                        .map(_ -> Link.to(visit.say("list.first"), visit.keeping("/silence"))),
                next == null
                        ? Optional.empty()
                        : Optional.of(
                                Link.to(
                                        visit.say("list.more"),
                                        visit.keeping("/silence?after=" + next))));
    }

    private static List<SilencePage.Count> counts(Visit visit, SilenceView ledger) {
        var open = open(ledger).toList();
        return List.of(
                count(visit, "open", sum(open, SilenceView.Tally::open)),
                count(visit, "overdue", sum(open, SilenceView.Tally::overdue)),
                count(
                        visit,
                        "awaited",
                        BigDecimal.valueOf(open.stream().map(TO).distinct().count())),
                new SilencePage.Count(
                        visit.say("silence.count.longest"),
                        longest(open).map(hours -> span(visit, hours)).orElse("—"),
                        visit.say("silence.count.longest.basis")));
    }

    private static SilencePage.Count count(Visit visit, String what, BigDecimal value) {
        return new SilencePage.Count(
                visit.say("silence.count." + what),
                visit.words().number(value),
                visit.say("silence.count." + what + ".basis"));
    }

    private static Stream<SilenceView.Tally> open(SilenceView ledger) {
        return ledger.organisations().stream().filter(one -> one.open().value().signum() > 0);
    }

    private static BigDecimal sum(
            List<SilenceView.Tally> tallies, Function<SilenceView.Tally, Measured> count) {
        return tallies.stream()
                .map(count)
                .map(Measured::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<BigDecimal> longest(List<SilenceView.Tally> tallies) {
        return tallies.stream()
                .map(SilenceView.Tally::longestOpenHours)
                .filter(Objects::nonNull)
                .map(Measured::value)
                .max(Comparator.naturalOrder());
    }

    /// By whom it is awaited of: who has been silent the longest stands first.
    private static List<SilencePage.Group> groups(Visit visit, SilenceView ledger) {
        var lines = ledger.open().stream().collect(Collectors.groupingBy(SilenceView.Line::awaits));
        return open(ledger).collect(Collectors.groupingBy(TO)).entrySet().stream()
                .sorted(
                        Comparator.comparing(
                                        (Map.Entry<String, List<SilenceView.Tally>> one) ->
                                                longest(one.getValue()).orElse(BigDecimal.ZERO))
                                .reversed()
                                .thenComparing(Map.Entry::getKey))
                .map(
                        one ->
                                group(
                                        visit,
                                        ledger,
                                        one.getKey(),
                                        one.getValue(),
                                        lines.getOrDefault(one.getKey(), List.of())))
                .toList();
    }

    private static SilencePage.Group group(
            Visit visit,
            SilenceView ledger,
            String organisation,
            List<SilenceView.Tally> tallies,
            List<SilenceView.Line> lines) {
        var open = sum(tallies, SilenceView.Tally::open);
        var overdue = sum(tallies, SilenceView.Tally::overdue);
        var waiting =
                visit.say(
                        "silence.waits",
                        visit.words().number(open),
                        visit.words().number(overdue),
                        longest(tallies).map(hours -> span(visit, hours)).orElse("—"));
        var elsewhere = open.subtract(BigDecimal.valueOf(lines.size()));
        var name = visit.partner(organisation);
        return new SilencePage.Group(
                name,
                waiting,
                overdue.signum() > 0 ? Mark.LATE : Mark.UNKNOWN,
                new Grid(
                        visit.say("silence.awaited-of") + " " + name,
                        List.of(
                                Grid.text(visit.say("silence.what")),
                                Grid.text(visit.say("silence.waiting")),
                                Grid.spare(visit.say("silence.due")),
                                Grid.spare(visit.say("silence.asked-by"))),
                        lines.stream().map(line -> waiting(visit, ledger, line)).toList()),
                elsewhere.signum() > 0
                        ? visit.say("silence.elsewhere", visit.words().number(elsewhere))
                        : "");
    }

    private static Grid.Row waiting(Visit visit, SilenceView ledger, SilenceView.Line one) {
        var due = one.due();
        return Grid.row(
                what(visit, one),
                Grid.cell(visit.words().span(Duration.between(one.askedAt(), ledger.at())))
                        .below(visit.words().dayAndTime(one.askedAt())),
                Grid.cell(due == null ? "—" : visit.words().dayAndTime(due)),
                Grid.cell(visit.partner(one.askedBy())));
    }

    private static Grid.Cell what(Visit visit, SilenceView.Line one) {
        return Grid.link(
                        visit.say("awaited." + one.kind()),
                        visit.keeping("/journal/" + one.index()))
                .below(about(visit, one));
    }

    private static String span(Visit visit, BigDecimal hours) {
        return visit.words().span(Duration.ofMinutes(hours.movePointRight(1).longValue() * 6));
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
                : Grid.cell(span(visit, hours.value()))
                        .below(
                                visit.say(
                                        "silence.of",
                                        visit.words().number(hours.reported()),
                                        visit.words().number(hours.expected())));
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
                what(visit, one),
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
