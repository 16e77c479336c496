package org.parley.hub.console;

import static org.parley.hub.console.Grid.cell;
import static org.parley.hub.console.Grid.link;
import static org.parley.hub.console.Grid.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.hub.console.FormPage.Problem;
import org.parley.hub.console.ListPage.Option;
import org.parley.hub.console.ListPage.Part;
import org.parley.hub.exchange.ImportReport;
import org.parley.hub.exchange.ImportView;
import org.parley.hub.journal.Refusal;
import org.springframework.stereotype.Component;

/// Draws imports: how far they are and what became of them.
@Component
class ImportPages {

    ImportPage list(Visit visit, List<ImportView> earlier, List<Problem> problems) {
        var language = visit.language().tag();
        return new ImportPage(
                visit.shell(Section.IMPORT, visit.say("import.title")),
                visit.speaks(),
                ImportController.mappings().stream()
                        .map(
                                one ->
                                        new Option(
                                                one.id(),
                                                one.names()
                                                        .getOrDefault(
                                                                language,
                                                                one.names()
                                                                        .getOrDefault(
                                                                                "en", one.id()))))
                        .toList(),
                problems,
                new Part(
                        visit.say("import.earlier"),
                        visit.say("import.earlier.note"),
                        new Grid(
                                visit.say("import.earlier"),
                                List.of(
                                        Grid.text(visit.say("import.file")),
                                        Grid.text(visit.say("import.state")),
                                        Grid.number(visit.say("import.rows")),
                                        Grid.number(visit.say("import.added")),
                                        Grid.number(visit.say("import.changed")),
                                        Grid.number(visit.say("import.held-back"))),
                                earlier.stream().map(one -> row(visit, one)).toList()),
                        visit.say("import.earlier.none")));
    }

    private static Grid.Row row(Visit visit, ImportView one) {
        var words = visit.words();
        var report = one.report();
        return Grid.row(
                link(one.file(), visit.at("/import/" + one.id())).below(one.mapping()),
                state(mark(one), word(visit, one)),
                cell(one.rows() == 0 ? "" : words.number(one.rows())),
                cell(report == null ? "" : words.number(report.added())),
                cell(report == null ? "" : words.number(report.changed())),
                cell(report == null ? "" : words.number(report.heldBack())));
    }

    private static Mark mark(ImportView one) {
        return switch (one.state()) {
            case "running" -> Mark.NOW;
            case "done" -> one.report() != null && one.report().dryRun() ? Mark.PLANNED : Mark.GOOD;
            default -> Mark.STOPPED;
        };
    }

    private static String word(Visit visit, ImportView one) {
        boolean trial = one.report() != null && one.report().dryRun();
        return visit.say("import.state." + (trial ? "tried" : one.state()));
    }

    ImportRunPage run(Visit visit, ImportView one, boolean kept) {
        var report = one.report();
        boolean running = one.state().equals("running");
        boolean storable =
                report != null
                        && report.dryRun()
                        && kept
                        && visit.speaks()
                        && report.rows() > report.heldBack();
        return new ImportRunPage(
                visit.shell(Section.IMPORT, visit.say("import.title")),
                one.file(),
                mark(one),
                word(visit, one),
                running ? Optional.of((int) Math.round(one.done() * 100)) : Optional.empty(),
                refusal(visit, one),
                report == null ? List.of() : counts(visit, report),
                report == null ? List.of() : parts(visit, report),
                storable
                        ? Optional.of(visit.at("/import/" + one.id() + "/confirm"))
                        : Optional.empty(),
                one.problems()
                        ? Optional.of(visit.at("/import/" + one.id() + "/problems"))
                        : Optional.empty(),
                Link.to(visit.say("import.again"), visit.at("/import")));
    }

    private static List<Problem> refusal(Visit visit, ImportView one) {
        if (one.refusal() != null) {
            Map<String, ?> facts = one.facts() == null ? Map.of() : one.facts();
            var why = visit.words().refusal(new Refusal(one.refusal(), facts));
            return List.of(new Problem(Optional.empty(), why));
        }
        return one.state().equals("failed")
                ? List.of(new Problem(Optional.empty(), visit.say("error.broken.do")))
                : List.of();
    }

    private static List<Fact> counts(Visit visit, ImportReport report) {
        var words = visit.words();
        var facts = new ArrayList<Fact>();
        if (report.sameFile()) {
            facts.add(Fact.of(visit.say("import.same-file"), visit.say("word.yes")));
        }
        facts.add(Fact.of(visit.say("import.form"), report.form()));
        facts.add(Fact.of(visit.say("import.rows"), words.number(report.rows())));
        facts.add(Fact.of(visit.say("import.added"), words.number(report.added())));
        facts.add(Fact.of(visit.say("import.changed"), words.number(report.changed())));
        facts.add(Fact.of(visit.say("import.same"), words.number(report.same())));
        facts.add(Fact.of(visit.say("import.withdrawn"), words.number(report.withdrawn())));
        facts.add(Fact.of(visit.say("import.back-dated"), words.number(report.backDated())));
        facts.add(Fact.of(visit.say("import.held-back"), words.number(report.heldBack())));
        if (report.first() != null && report.last() != null) {
            facts.add(
                    Fact.of(
                            visit.say("import.days"),
                            words.date(report.first()) + " – " + words.date(report.last())));
        }
        if (!report.dryRun()) {
            facts.add(
                    Fact.linked(
                            visit.say("import.statements"),
                            words.number(report.statements()),
                            visit.at("/journal")));
        }
        return facts;
    }

    private static List<Part> parts(Visit visit, ImportReport report) {
        var parts = new ArrayList<Part>();
        if (!report.problems().isEmpty()) {
            parts.add(
                    part(
                            visit,
                            "import.problems",
                            "problem.exchange.",
                            Mark.STOPPED,
                            report.problems()));
        }
        if (!report.flags().isEmpty()) {
            parts.add(part(visit, "import.flags", "flag.exchange.", Mark.LATE, report.flags()));
        }
        return parts;
    }

    private static Part part(
            Visit visit, String title, String words, Mark mark, Map<String, Long> counts) {
        var rows =
                counts.entrySet().stream()
                        .map(
                                one ->
                                        Grid.row(
                                                state(
                                                        mark,
                                                        visit.words().orCode(words, one.getKey())),
                                                cell(visit.words().number(one.getValue()))))
                        .toList();
        return new Part(
                visit.say(title),
                visit.say(title + ".note"),
                new Grid(
                        visit.say(title),
                        List.of(
                                Grid.text(visit.say("import.what")),
                                Grid.number(visit.say("import.rows"))),
                        rows),
                "");
    }
}
