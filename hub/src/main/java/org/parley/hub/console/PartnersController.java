package org.parley.hub.console;

import static org.parley.hub.console.Grid.cell;
import static org.parley.hub.console.Grid.link;
import static org.parley.hub.console.Grid.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.hub.api.NotFound;
import org.parley.hub.console.ListPage.Part;
import org.parley.hub.partners.FootprintRule;
import org.parley.hub.partners.GroupView;
import org.parley.hub.partners.PartnerView;
import org.parley.hub.partners.Partners;
import org.parley.hub.partners.SeatStage;
import org.parley.hub.partners.SeatView;
import org.parley.kernel.id.PartnerId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The organisations of an operation: who they are, how far their seats have come, and the rules on
/// who may not be where.
@PageController
class PartnersController {

    private final Partners partners;
    private final PartnerPages pages;

    PartnersController(Partners partners, PartnerPages pages) {
        this.partners = partners;
        this.pages = pages;
    }

    @GetMapping("/o/{operation}/partners/{partner}")
    PartnerPage show(Visit visit, @PathVariable PartnerId partner) {
        return partners.find(visit.sight(), visit.cut(), partner)
                .map(found -> pages.of(visit, found))
                .orElseThrow(NotFound::new);
    }

    @GetMapping("/o/{operation}/partners")
    ListPage list(Visit visit) {
        var all = partners.list(visit.sight(), visit.cut());
        var title = visit.say("partners.title");
        return new ListPage(
                visit.shell(Section.PARTNERS, title),
                title,
                note(visit, all),
                List.of(),
                List.of(),
                visit.speaks()
                        ? List.of(
                                say(visit, "organisation"),
                                say(visit, "seat"),
                                say(visit, "working-group"),
                                say(visit, "membership"),
                                say(visit, "membership-ended"),
                                say(visit, "footprint-rule"))
                        : List.of(),
                List.of(organisations(visit, all), groups(visit), rules(visit)),
                Optional.empty(),
                Optional.empty());
    }

    private static Link say(Visit visit, String form) {
        return Link.to(visit.say("say." + form), visit.at("/say/" + form));
    }

    /// How many are here, as they last said themselves.
    private static String note(Visit visit, List<PartnerView> all) {
        long seated = all.stream().filter(one -> isSeated(one.seat())).count();
        long people = all.stream().mapToLong(one -> people(one.seat())).sum();
        var words = visit.words();
        return words.count("partners.count", all.size())
                + " · "
                + words.count("partners.seated", seated)
                + " · "
                + words.count("partners.people", people);
    }

    private static boolean isSeated(@org.jspecify.annotations.Nullable SeatView seat) {
        return seat != null && seat.stage().equals(SeatStage.SEATED.code());
    }

    private static int people(@org.jspecify.annotations.Nullable SeatView seat) {
        var said = seat == null || !isSeated(seat) ? null : seat.headcount();
        return said == null ? 0 : said;
    }

    private Part organisations(Visit visit, List<PartnerView> all) {
        var rows = new ArrayList<Grid.Row>();
        for (var one : all) {
            rows.add(
                    Grid.row(
                            link(
                                    visit.name(one.names()),
                                    visit.keeping("/partners/" + one.partner())),
                            cell(visit.words().orCode("partner.kind.", one.kind())),
                            cell(roles(visit, one)),
                            seat(visit, one.seat()),
                            cell(headcount(visit, one.seat())),
                            cell(groupsOf(visit, one))));
        }
        return new Part(
                visit.say("partners.organisations"),
                visit.say("partners.as-said"),
                new Grid(
                        visit.say("partners.organisations"),
                        List.of(
                                Grid.text(visit.say("field.organisation")),
                                Grid.text(visit.say("field.kind")),
                                Grid.text(visit.say("partners.roles")),
                                Grid.text(visit.say("partners.seat")),
                                Grid.number(visit.say("field.headcount")),
                                Grid.spare(visit.say("partners.groups"))),
                        rows),
                visit.say("partners.none"));
    }

    private static String roles(Visit visit, PartnerView one) {
        return one.roles().stream()
                .map(role -> visit.words().orCode("partner.role.", role.role()))
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    private String groupsOf(Visit visit, PartnerView one) {
        return partners.groups(visit.sight(), visit.cut()).stream()
                .filter(group -> one.groups().contains(group.group()))
                .map(group -> visit.name(group.names()))
                .collect(Collectors.joining(" · "));
    }

    private static Grid.Cell seat(Visit visit, @org.jspecify.annotations.Nullable SeatView seat) {
        return seat == null
                ? state(Mark.UNKNOWN, visit.say("partners.nothing-said"))
                : state(
                                PartnerPages.mark(seat.stage()),
                                visit.words().orCode("partner.seat.", seat.stage()))
                        .below(visit.words().date(seat.on()));
    }

    private static String headcount(Visit visit, @org.jspecify.annotations.Nullable SeatView seat) {
        return seat == null ? "" : PartnerPages.headcount(visit, seat);
    }

    private Part groups(Visit visit) {
        var rows = new ArrayList<Grid.Row>();
        for (var one : partners.groups(visit.sight(), visit.cut())) {
            rows.add(
                    Grid.row(
                            cell(visit.name(one.names())),
                            cell(visit.partner(one.lead())),
                            cell(
                                    one.members().stream()
                                            .map(visit::partner)
                                            .collect(Collectors.joining(" · "))),
                            cell(backlog(visit, one))));
        }
        return new Part(
                visit.say("partners.groups"),
                "",
                new Grid(
                        visit.say("partners.groups"),
                        List.of(
                                Grid.text(visit.say("field.group")),
                                Grid.text(visit.say("field.lead")),
                                Grid.text(visit.say("partners.members")),
                                Grid.spare(visit.say("field.backlog"))),
                        rows),
                visit.say("partners.groups.none"));
    }

    private static String backlog(Visit visit, GroupView group) {
        return group.backlogDays() == null
                ? visit.words().orCode("partner.backlog.", group.backlog())
                : visit.say("partners.backlog.days", visit.words().number(group.backlogDays()));
    }

    private Part rules(Visit visit) {
        var rows = new ArrayList<Grid.Row>();
        for (var one : partners.footprintRules(visit.sight(), visit.cut())) {
            rows.add(
                    Grid.row(
                            cell(who(visit, one)),
                            cell(one.area()),
                            cell(one.instrument() == null ? "—" : one.instrument()),
                            cell(one.rule())));
        }
        return new Part(
                visit.say("partners.rules"),
                visit.say("partners.rules.note"),
                new Grid(
                        visit.say("partners.rules"),
                        List.of(
                                Grid.text(visit.say("partners.rules.who")),
                                Grid.text(visit.say("field.area")),
                                Grid.text(visit.say("field.instrument")),
                                Grid.spare(visit.say("field.rule"))),
                        rows),
                visit.say("partners.rules.none"));
    }

    private static String who(Visit visit, FootprintRule rule) {
        if (rule.partner() != null) {
            return visit.partner(rule.partner().value());
        }
        return rule.kind() == null
                ? "—"
                : visit.say(
                        "partners.rules.all-of",
                        visit.words().orCode("partner.kind.", rule.kind().code()));
    }
}
