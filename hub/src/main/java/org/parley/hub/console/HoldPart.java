package org.parley.hub.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.hub.access.Coordinators;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.StatementView;
import org.parley.hub.retention.HoldView;
import org.parley.hub.retention.Retention;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Legal holds, and what went since its time was over: as a part of a statement's page, and as a
/// list of all.
@Component
class HoldPart {

    private final Retention retention;
    private final Coordinators coordinators;

    HoldPart(Retention retention, Coordinators coordinators) {
        this.retention = retention;
        this.coordinators = coordinators;
    }

    boolean coordinates(Visit visit) {
        return visit.speaks()
                && coordinators.coordinates(
                        visit.id(),
                        Actor.signedIn(visit.who().organisation(), visit.who().account()));
    }

    List<HoldView> find(Visit visit, StatementView one) {
        return retention.holds(
                visit.asked(), new PartnerId(one.originator()), StatementId.parse(one.id()));
    }

    /// What the reader may do about the holds of a record.
    List<Link> actions(Visit visit, StatementView one, List<HoldView> holds) {
        if (!visit.speaks() || one.erased()) {
            return List.of();
        }
        var own = visit.reader().organisation().value();
        var links = new ArrayList<Link>();
        if (one.originator().equals(own) || coordinates(visit)) {
            links.add(
                    Link.to(
                            visit.say("hold.place"),
                            UriComponentsBuilder.fromPath(visit.at("/say/hold"))
                                    .queryParam("originator", one.originator())
                                    .queryParam("record", one.id())
                                    .encode()
                                    .toUriString()));
        }
        holds.stream()
                .filter(hold -> !hold.lifted() && hold.placedBy().equals(own))
                .forEach(
                        hold ->
                                links.add(
                                        Link.to(
                                                visit.say("hold.lift"),
                                                UriComponentsBuilder.fromPath(
                                                                visit.at("/say/hold-lifted"))
                                                        .queryParam("hold", hold.hold())
                                                        .encode()
                                                        .toUriString())));
        return links;
    }

    static Optional<ListPage.Part> of(Visit visit, List<HoldView> holds) {
        return holds.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ListPage.Part(
                                visit.say("hold.title"),
                                visit.say("hold.note"),
                                grid(visit, holds, false),
                                ""));
    }

    ListPage.Part all(Visit visit, List<HoldView> holds) {
        return new ListPage.Part(
                visit.say("hold.title"),
                visit.say("hold.note"),
                grid(visit, holds, true),
                visit.say("hold.none"));
    }

    private static Grid grid(Visit visit, List<HoldView> holds, boolean naming) {
        var columns = new ArrayList<Grid.Column>();
        if (naming) {
            columns.add(Grid.text(visit.say("journal.statement")));
        }
        columns.addAll(
                List.of(
                        Grid.text(visit.say("hold.state")),
                        Grid.text(visit.say("hold.by")),
                        Grid.text(visit.say("field.reason")),
                        Grid.text(visit.say("hold.at"))));
        return new Grid(
                visit.say("hold.title"),
                columns,
                holds.stream().map(hold -> row(visit, hold, naming)).toList());
    }

    private static Grid.Row row(Visit visit, HoldView hold, boolean naming) {
        var cells = new ArrayList<Grid.Cell>();
        if (naming) {
            cells.add(
                    Grid.link(
                            visit.partner(hold.originator()),
                            visit.keeping("/journal/" + hold.originator() + "/" + hold.record())));
        }
        cells.add(
                hold.lifted()
                        ? Grid.cell(visit.say("hold.lifted"))
                        : Grid.state(Mark.STOPPED, visit.say("hold.stands")));
        cells.add(Grid.cell(visit.partner(hold.placedBy())));
        cells.add(Grid.cell(hold.reason()));
        cells.add(Grid.cell(visit.words().dayAndTime(hold.at())));
        return new Grid.Row(cells, false);
    }

    /// What the hub destroyed of a statement since its time was over.
    static Optional<ListPage.Part> gone(Visit visit, StatementView one) {
        var gone = one.expired();
        return gone == null
                ? Optional.empty()
                : Optional.of(
                        new ListPage.Part(
                                visit.say("expired.title"),
                                visit.say("expired.note"),
                                new Grid(
                                        visit.say("expired.title"),
                                        List.of(
                                                Grid.text(visit.say("expired.fields")),
                                                Grid.text(visit.say("expired.rule")),
                                                Grid.text(visit.say("retention.kept")),
                                                Grid.text(visit.say("expired.at"))),
                                        gone.stream().map(each -> row(visit, each)).toList()),
                                ""));
    }

    private static Grid.Row row(Visit visit, StatementView.Gone gone) {
        var words = visit.words();
        return Grid.row(
                Grid.cell(
                        gone.fieldClass().equals("F0")
                                ? visit.say("expired.all")
                                : words.orCode("class.", gone.fieldClass())),
                Grid.cell(words.orCode("retention.keeps.", gone.rule())),
                Grid.cell(words.count("retention.days", gone.days())),
                Grid.cell(words.dayAndTime(gone.at())));
    }
}
