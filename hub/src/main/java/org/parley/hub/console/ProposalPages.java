package org.parley.hub.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.hub.release.ProposalView;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Draws acts that wait for a second person: what it is, who proposed it and until when, what it
/// would change, and the button that does it.
@Component
class ProposalPages {

    private final StatementPages statements;
    private final ShiftPart shifts;
    private final HeldTextsPart held;
    private final JsonMapper json;

    ProposalPages(
            StatementPages statements, ShiftPart shifts, HeldTextsPart held, JsonMapper json) {
        this.held = held;
        this.statements = statements;
        this.shifts = shifts;
        this.json = json;
    }

    ListPage.Part all(Visit visit, List<ProposalView> proposals) {
        var rows = proposals.stream().map(one -> row(visit, one)).toList();
        return new ListPage.Part(
                visit.say("proposal.all"),
                visit.say("proposal.all.note"),
                new Grid(
                        visit.say("proposal.all"),
                        List.of(
                                Grid.text(visit.say("journal.what")),
                                Grid.text(visit.say("proposal.state")),
                                Grid.text(visit.say("proposal.rule")),
                                Grid.text(visit.say("proposal.by")),
                                Grid.text(visit.say("proposal.until")),
                                Grid.text(visit.say("proposal.decline"))),
                        rows),
                visit.say("proposal.none"));
    }

    private static Grid.Row row(Visit visit, ProposalView one) {
        var words = visit.words();
        return Grid.row(
                Grid.link(
                        words.orCode("type.", one.type()),
                        visit.keeping("/release/proposals/" + one.id())),
                state(visit, one),
                Grid.cell(words.orCode("proposal.rule.", one.rule())),
                Grid.code(one.by()),
                Grid.cell(words.dayAndTime(one.expiresAt())),
                one.isOpen() && visit.speaks()
                        ? Grid.link(
                                visit.say("proposal.decline"),
                                visit.at("/say/withdraw-act?proposal=" + one.id()))
                        : Grid.cell(""));
    }

    private static Grid.Cell state(Visit visit, ProposalView one) {
        var mark =
                switch (one.state()) {
                    case "open" -> Mark.PLANNED;
                    case "agreed" -> Mark.GOOD;
                    default -> Mark.LATE;
                };
        return Grid.state(mark, visit.words().orCode("proposal.state.", one.state()));
    }

    /// One proposal, with the button that agrees while it is open.
    FormPage of(Visit visit, ProposalView one, List<FormPage.Problem> problems) {
        var title = visit.say("proposal.title", visit.words().orCode("type.", one.type()));
        var parts = new ArrayList<ListPage.Part>();
        parts.add(what(visit, one));
        held.proposed(visit, one).ifPresent(parts::add);
        var statement = one.statement();
        if (one.isOpen() && statement != null && statement.get("says") instanceof ObjectNode says) {
            shifts.before(visit, one.type(), says).ifPresent(parts::add);
        }
        return new FormPage(
                visit.shell(Section.JOURNAL, title),
                title,
                intro(visit, one),
                visit.at("/release/proposals/" + one.id()),
                one.act(),
                problems,
                List.of(),
                List.of(),
                false,
                one.isOpen() && visit.speaks() ? visit.say("proposal.agree") : "",
                Link.to(visit.say("release.desk"), visit.at("/release")),
                Optional.of(new FormPage.Release(Optional.empty(), Optional.empty(), parts, false)),
                done(visit, one));
    }

    private static String intro(Visit visit, ProposalView one) {
        var words = visit.words();
        return visit.say(
                "proposal.intro",
                one.by(),
                words.dayAndTime(one.proposedAt()),
                words.dayAndTime(one.expiresAt()),
                words.orCode("proposal.rule.", one.rule()));
    }

    private static Optional<FormPage.Done> done(Visit visit, ProposalView one) {
        var index = one.index();
        if (index == null) {
            return Optional.empty();
        }
        var page = "/journal/" + visit.reader().organisation() + "/" + one.act();
        return Optional.of(
                new FormPage.Done(
                        visit.say("proposal.done"),
                        visit.say("journal.recorded", visit.words().number(index)),
                        Link.to(visit.say("recall.see"), visit.keeping(page)),
                        Link.to(
                                visit.say("consignment.receipt"),
                                visit.keeping(page + "/receipt"))));
    }

    private ListPage.Part what(Visit visit, ProposalView one) {
        var rows = new ArrayList<Grid.Row>();
        var statement = one.statement();
        if (statement != null) {
            fields(visit, statement.path("says"), rows);
            fields(visit, statement.path("label"), rows);
        }
        return new ListPage.Part(
                visit.say("journal.says"),
                "",
                new Grid(
                        visit.say("journal.says"),
                        List.of(
                                Grid.text(visit.say("release.part")),
                                Grid.text(visit.say("journal.says"))),
                        rows),
                visit.say("proposal.not-all-seen"));
    }

    private void fields(Visit visit, JsonNode object, List<Grid.Row> rows) {
        object.properties()
                .forEach(
                        field ->
                                statements
                                        .facts(
                                                visit,
                                                field.getKey(),
                                                json.convertValue(field.getValue(), Object.class))
                                        .forEach(
                                                fact ->
                                                        rows.add(
                                                                Grid.row(
                                                                        Grid.cell(fact.name()),
                                                                        Grid.cell(fact.value())))));
    }
}
