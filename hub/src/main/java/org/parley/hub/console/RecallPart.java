package org.parley.hub.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.StatementView;
import org.parley.hub.release.RecallView;
import org.parley.hub.release.Recalls;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Draws who was asked to delete a statement, and who has said that they did.
@Component
class RecallPart {

    private final Recalls recalls;

    RecallPart(Recalls recalls) {
        this.recalls = recalls;
    }

    /// The recall of a statement, if it was recalled.
    Optional<RecallView> find(Visit visit, StatementView one) {
        return recalls.find(
                visit.asked(), new PartnerId(one.originator()), StatementId.parse(one.id()));
    }

    /// What the reader may do about it.
    static List<Link> actions(Visit visit, StatementView one, Optional<RecallView> recall) {
        if (!visit.speaks()) {
            return List.of();
        }
        if (one.originator().equals(visit.reader().organisation().value())) {
            return List.of(Link.to(visit.say("recall.ask"), ask(visit, one.id())));
        }
        return recall.stream().map(found -> answer(visit, found)).toList();
    }

    private static String ask(Visit visit, String record) {
        return UriComponentsBuilder.fromPath(visit.at("/say/recall"))
                .queryParam("record", record)
                .encode()
                .toUriString();
    }

    private static Link answer(Visit visit, RecallView recall) {
        return Link.to(
                visit.say("recall.answer"),
                UriComponentsBuilder.fromPath(visit.at("/say/recall-answer"))
                        .queryParam("originator", recall.originator())
                        .queryParam("record", recall.record())
                        .encode()
                        .toUriString());
    }

    static ListPage.Part holders(Visit visit, RecallView recall) {
        var rows = recall.holders().stream().map(holder -> row(visit, holder, recall)).toList();
        return new ListPage.Part(
                visit.say("recall.title"),
                note(visit, recall),
                new Grid(
                        visit.say("recall.title"),
                        List.of(
                                Grid.text(visit.say("recall.holder")),
                                Grid.text(visit.say("recall.said")),
                                Grid.text(visit.say("recall.could-see")),
                                Grid.text(visit.say("field.note"))),
                        rows),
                visit.say("recall.nobody"));
    }

    private static String note(Visit visit, RecallView recall) {
        var asked =
                recall.asked().stream()
                        .map(
                                one ->
                                        visit.say(
                                                "recall.asked",
                                                visit.words().dayAndTime(one.at()),
                                                one.reason()))
                        .collect(Collectors.joining(" "));
        return asked + " " + visit.say("recall.unchecked");
    }

    private static Grid.Row row(Visit visit, RecallView.Holder holder, RecallView recall) {
        return Grid.row(
                Grid.cell(visit.partner(holder.organisation())),
                answer(visit, holder, recall),
                Grid.cell(
                        holder.upTo() == null ? "" : visit.words().orCode("class.", holder.upTo())),
                Grid.cell(holder.note() == null ? "" : holder.note()));
    }

    private static Grid.Cell answer(Visit visit, RecallView.Holder holder, RecallView recall) {
        if (holder.answer() == null || holder.at() == null) {
            return isOverdue(visit, recall)
                    ? Grid.state(Mark.LATE, visit.say("recall.overdue"))
                    : Grid.state(Mark.UNKNOWN, visit.say("recall.silent"));
        }
        var mark = holder.answer().equals("kept") ? Mark.STOPPED : Mark.GOOD;
        return Grid.state(mark, visit.words().orCode("recall.answer.", holder.answer()))
                .below(visit.words().dayAndTime(holder.at()));
    }

    private static boolean isOverdue(Visit visit, RecallView recall) {
        var today = visit.words().localDay(visit.moment().knownAt());
        return recall.asked().stream()
                .map(RecallView.Asking::by)
                .anyMatch(by -> isBefore(by, today));
    }

    private static boolean isBefore(@Nullable LocalDate by, LocalDate today) {
        return by != null && by.isBefore(today);
    }

    /// All recalls that the reader may see: those of its own statements, and those to answer.
    ListPage.Part all(Visit visit) {
        var rows = new ArrayList<Grid.Row>();
        for (var recall : recalls.list(visit.asked())) {
            rows.add(row(visit, recall));
        }
        return new ListPage.Part(
                visit.say("recall.all"),
                visit.say("recall.unchecked"),
                new Grid(
                        visit.say("recall.all"),
                        List.of(
                                Grid.text(visit.say("journal.originator")),
                                Grid.text(visit.say("journal.statement")),
                                Grid.text(visit.say("field.reason")),
                                Grid.text(visit.say("recall.own-answer")),
                                Grid.number(visit.say("recall.still-silent"))),
                        rows),
                visit.say("recall.none"));
    }

    private static Grid.Row row(Visit visit, RecallView recall) {
        var own = visit.reader().organisation().value();
        boolean ours = recall.originator().equals(own);
        return Grid.row(
                Grid.cell(visit.partner(recall.originator())),
                Grid.link(
                        visit.say("recall.see"),
                        visit.keeping("/journal/" + recall.originator() + "/" + recall.record())),
                Grid.cell(recall.asked().getFirst().reason()),
                ours
                        ? Grid.cell("—")
                        : recall.holders().stream()
                                .filter(holder -> holder.organisation().equals(own))
                                .findFirst()
                                .map(holder -> answer(visit, holder, recall))
                                .orElse(Grid.cell("")),
                Grid.cell(ours ? visit.words().number(recall.silent()) : "—"));
    }
}
