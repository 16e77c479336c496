package org.parley.hub.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.claims.ClaimView;
import org.parley.hub.claims.RegisterView;
import org.parley.hub.console.ListPage.Part;
import org.parley.hub.console.SummaryPage.Change;
import org.parley.hub.journal.Cut;
import org.parley.hub.reports.SituationSummary;
import org.springframework.stereotype.Component;

/// Draws the situation summary: figures with rule and coverage, what changed, and who says so.
@Component
class SummaryPages {

    /// More than these no reader takes in; the journal has them all.
    private static final int MOST_CHANGES = 12;

    private final SummaryFlow flow;
    private final SummaryCrossings crossings;

    SummaryPages(SummaryFlow flow, SummaryCrossings crossings) {
        this.flow = flow;
        this.crossings = crossings;
    }

    SummaryPage of(Visit visit, String span, Cut from, SituationSummary summary) {
        var words = visit.words();
        var title = visit.say("summary.title");
        return new SummaryPage(
                visit.shell(Section.SUMMARY, title),
                visit.say(
                        "summary.period",
                        words.dayAndTime(
                                span.equals("all")
                                        ? visit.operation().inEffectFrom()
                                        : summary.from()),
                        words.dayAndTime(visit.moment().knownAt()),
                        words.universal(visit.moment().knownAt())),
                spans(visit, span),
                figures(visit, summary),
                changes(visit, summary),
                parts(visit, from),
                statements(visit, summary),
                rules(visit, summary),
                visit.say(
                        "summary.cut",
                        words.number(summary.untilSize()),
                        words.dayAndTime(summary.until()),
                        visit.partner(visit.reader().organisation().value())));
    }

    private static List<Link> spans(Visit visit, String span) {
        return List.of("day", "week", "all").stream()
                .map(
                        one ->
                                new Link(
                                        visit.say("summary.span." + one),
                                        visit.keeping("/summary?span=" + one),
                                        one.equals(span)))
                .toList();
    }

    private static List<Figure> figures(Visit visit, SituationSummary summary) {
        var words = visit.words();
        var figures = new ArrayList<Figure>();
        long statements =
                summary.statements().stream()
                        .mapToLong(SituationSummary.StatementCount::count)
                        .sum();
        figures.add(
                new Figure(
                        visit.say("journal.statements"),
                        words.number(statements),
                        visit.say("summary.in-this-time"),
                        visit.say("summary.at-journal"),
                        visit.say("journal.order.what"),
                        List.of()));
        figures.add(
                new Figure(
                        visit.say("summary.claims"),
                        words.number(summary.claimed().size()),
                        visit.say("summary.revised", words.number(summary.revised().size())),
                        visit.say("summary.at-journal"),
                        visit.say("summary.ungraded"),
                        List.of()));
        for (var one : summary.registers()) {
            var coverage = one.register().coverage();
            figures.add(
                    new Figure(
                            name(visit, one.register()),
                            words.number(one.change().rowsAfter()),
                            visit.say(
                                    "summary.rows",
                                    words.number(one.change().added()),
                                    words.number(one.change().changed()),
                                    words.number(one.change().withdrawn())),
                            where(visit, one.register()),
                            visit.say(
                                    "summary.coverage",
                                    words.number(coverage.daysReported()),
                                    words.number(coverage.daysExpected())),
                            List.of()));
        }
        return figures;
    }

    private static String name(Visit visit, RegisterView register) {
        var source = register.source();
        return source == null
                ? register.id().source()
                : in(visit, source.names()).orElse(register.id().source());
    }

    private static String where(Visit visit, RegisterView register) {
        var rule = register.rule();
        return rule == null
                ? visit.say("summary.rule-unknown")
                : in(visit, rule.where()).or(() -> in(visit, rule.names())).orElse(rule.rule());
    }

    private static Optional<String> in(Visit visit, @Nullable Map<String, String> names) {
        return Optional.ofNullable(names)
                .flatMap(
                        some ->
                                Optional.ofNullable(some.get(visit.language().tag()))
                                        .or(() -> Optional.ofNullable(some.get("en"))));
    }

    private static List<Change> changes(Visit visit, SituationSummary summary) {
        var changes = new ArrayList<Change>();
        summary.claimed().forEach(one -> changes.add(change(visit, one)));
        summary.revised().forEach(one -> changes.add(change(visit, one)));
        return changes.subList(0, Math.min(MOST_CHANGES, changes.size()));
    }

    private static Change change(Visit visit, ClaimView one) {
        var by =
                Optional.ofNullable(one.assertedByPartner())
                        .or(() -> Optional.ofNullable(one.assertedBy()))
                        .map(visit::partner)
                        .orElseGet(() -> visit.partner(one.by()));
        var text =
                Optional.ofNullable(one.says())
                        .or(() -> Optional.ofNullable(one.about()))
                        .orElse(one.claim());
        return new Change(
                Mark.UNKNOWN,
                visit.say("summary.said", by, text),
                visit.say(
                        one.revised() ? "summary.basis.revised" : "summary.basis",
                        visit.partner(one.by()),
                        visit.words().dayAndTime(one.heardAt())),
                visit.keeping("/journal/" + one.index()));
    }

    private List<Part> parts(Visit visit, Cut from) {
        var parts = new ArrayList<>(flow.between(visit, from, visit.cut()));
        parts.add(2, crossings.between(visit, from));
        return parts;
    }

    private static List<Link> statements(Visit visit, SituationSummary summary) {
        return summary.statements().stream()
                .map(
                        one ->
                                Link.to(
                                        visit.words().orCode("type.", one.type())
                                                + " · "
                                                + visit.words().number(one.count()),
                                        visit.keeping("/journal?type=" + one.type())))
                .toList();
    }

    private static List<String> rules(Visit visit, SituationSummary summary) {
        var rules = new ArrayList<String>();
        rules.add(visit.say("summary.rule.statements"));
        rules.add(visit.say("summary.rule.claims"));
        for (var one : summary.registers()) {
            var rule = one.register().rule();
            if (rule != null) {
                rules.add(
                        name(visit, one.register())
                                + ": "
                                + in(visit, rule.names()).orElse(rule.rule())
                                + in(visit, rule.scope()).map(scope -> " · " + scope).orElse(""));
            }
        }
        return rules;
    }
}
