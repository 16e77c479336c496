package org.parley.hub.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.hub.api.Paging;
import org.parley.hub.heard.KnownTo;
import org.parley.hub.heard.KnownToView;
import org.parley.kernel.id.PartnerId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What an organisation could know at the moment that the reader looks at, and the proofs.
@PageController
class KnownToController {

    private final KnownTo known;

    KnownToController(KnownTo known) {
        this.known = known;
    }

    /// @param organisation the reader's own where it is empty
    @GetMapping("/o/{operation}/known-to")
    ListPage show(
            Visit visit, Paging paging, @RequestParam(defaultValue = "") String organisation) {
        var whom =
                organisation.isBlank()
                        ? visit.reader().organisation()
                        : new PartnerId(organisation.strip());
        var found = known.find(visit.asked(), whom, paging);
        var title =
                visit.say(
                        "known-to.of",
                        visit.partner(whom.value()),
                        visit.words().dayAndTime(found.until()));
        var parts = new ArrayList<ListPage.Part>();
        var reached = found.reached();
        if (reached != null) {
            parts.add(reached(visit, reached));
        }
        parts.add(statements(visit, found));
        var address = "/known-to?organisation=" + whom.value();
        var next = found.next();
        return new ListPage(
                visit.shell(Section.JOURNAL, visit.say("known-to.title")),
                title,
                visit.say(found.whole() ? "known-to.note.own" : "known-to.note.other"),
                List.of(
                        new ListPage.Filter(
                                "organisation",
                                visit.say("known-to.organisation"),
                                whom.value(),
                                organisations(visit, whom))),
                List.of(
                        Link.to(visit.say("journal.title"), visit.keeping("/journal")),
                        Link.to(visit.say("silence.title"), visit.keeping("/silence"))),
                List.of(),
                parts,
                paging.after().map(_ -> Link.to(visit.say("list.newest"), visit.keeping(address))),
                next == null
                        ? Optional.empty()
                        : Optional.of(
                                Link.to(
                                        visit.say("list.older"),
                                        visit.keeping(address + "&after=" + next))));
    }

    private static List<ListPage.Option> organisations(Visit visit, PartnerId whom) {
        var options = new ArrayList<ListPage.Option>();
        if (!visit.partners().containsKey(whom.value())) {
            options.add(new ListPage.Option(whom.value(), whom.value()));
        }
        visit.partners()
                .keySet()
                .forEach(id -> options.add(new ListPage.Option(id, visit.partner(id))));
        return options;
    }

    private static ListPage.Part reached(Visit visit, List<KnownToView.Reached> reached) {
        return new ListPage.Part(
                visit.say("known-to.reached"),
                visit.say("known-to.reached.note"),
                new Grid(
                        visit.say("known-to.reached"),
                        List.of(
                                Grid.text(visit.say("known-to.way")),
                                Grid.text(visit.say("known-to.up-to")),
                                Grid.text(visit.say("known-to.last")),
                                Grid.number(visit.say("known-to.size"))),
                        reached.stream()
                                .map(
                                        one ->
                                                Grid.row(
                                                        Grid.cell(way(visit, one.way().code())),
                                                        Grid.cell(fields(visit, one.upTo())),
                                                        Grid.cell(
                                                                visit.words().dayAndTime(one.at())),
                                                        Grid.link(
                                                                visit.words().number(one.size()),
                                                                visit.at("?asOf=" + one.size()))))
                                .toList()),
                visit.say("known-to.nothing"));
    }

    private static ListPage.Part statements(Visit visit, KnownToView found) {
        return new ListPage.Part(
                visit.say("known-to.statements"),
                visit.say("known-to.rule"),
                new Grid(
                        visit.say("known-to.statements"),
                        List.of(
                                Grid.text(visit.say("journal.what")),
                                Grid.text(visit.say("journal.originator")),
                                Grid.text(visit.say("journal.heard")),
                                Grid.text(visit.say("known-to.delivered")),
                                Grid.text(visit.say("known-to.up-to")),
                                Grid.text(visit.say("known-to.proof"))),
                        found.statements().stream().map(one -> row(visit, one)).toList()),
                visit.say("known-to.nothing"));
    }

    private static Grid.Row row(Visit visit, KnownToView.Known one) {
        var statement = "/journal/%s/%s".formatted(one.originator(), one.id());
        return Grid.row(
                Grid.link(visit.words().orCode("type.", one.type()), visit.keeping(statement)),
                Grid.cell(visit.partner(one.originator())),
                Grid.cell(visit.words().dayAndTime(one.heardAt())),
                Grid.cell(visit.words().dayAndTime(one.deliveredAt()))
                        .below(
                                visit.say(
                                        "known-to.how",
                                        way(visit, one.way().code()),
                                        visit.words().number(one.size()))),
                Grid.cell(fields(visit, one.upTo())),
                Grid.link(visit.say("known-to.receipt"), visit.at(statement + "/receipt")));
    }

    private static String way(Visit visit, String code) {
        return visit.say("known-to.way." + code);
    }

    private static String fields(Visit visit, String upTo) {
        return visit.words().orCode("class.", upTo);
    }
}
