package org.parley.hub.console;

import static org.parley.hub.console.Grid.cell;
import static org.parley.hub.console.Grid.link;
import static org.parley.hub.console.Grid.state;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.hub.console.ListPage.Part;
import org.parley.hub.console.PartnerPage.Step;
import org.parley.hub.partners.PartnerView;
import org.parley.hub.partners.RegistrationView;
import org.parley.hub.partners.SeatStage;
import org.parley.hub.partners.SeatView;
import org.springframework.stereotype.Component;

/// Draws a partner's page: its seat as a track, and each fact with who says so and the statement.
@Component
class PartnerPages {

    static Mark mark(String stage) {
        return switch (stage) {
            case "seated" -> Mark.GOOD;
            case "onboarded" -> Mark.PARTLY;
            case "accredited" -> Mark.NOW;
            case "rotated-out" -> Mark.STOPPED;
            default -> Mark.PLANNED;
        };
    }

    static String headcount(Visit visit, SeatView seat) {
        if (seat.headcount() == null) {
            return "";
        }
        var number = visit.words().number(seat.headcount());
        return Boolean.TRUE.equals(seat.approximate())
                ? visit.say("partners.about", number)
                : number;
    }

    PartnerPage of(Visit visit, PartnerView one) {
        var title = visit.name(one.names());
        return new PartnerPage(
                visit.shell(Section.PARTNERS, title),
                title,
                visit.words().orCode("partner.kind.", one.kind()),
                track(visit, one),
                facts(visit, one),
                List.of(seats(visit, one), registrations(visit, one), roles(visit, one)),
                actions(visit, one));
    }

    private static List<Link> actions(Visit visit, PartnerView one) {
        var said =
                Link.to(
                        visit.say("journal.same-subject"),
                        visit.keeping("/journal?subject=partner/" + one.partner()));
        if (!visit.speaks()) {
            return List.of(said);
        }
        return List.of(
                Link.chief(visit.say("say.seat"), visit.at("/say/seat?partner=" + one.partner())),
                Link.to(
                        visit.say("say.registration"),
                        visit.at("/say/registration?partner=" + one.partner())),
                Link.to(visit.say("say.role"), visit.at("/say/role?partner=" + one.partner())),
                said);
    }

    private static List<Step> track(Visit visit, PartnerView one) {
        var current = one.seat() == null ? "" : one.seat().stage();
        var steps = new ArrayList<Step>();
        for (var stage : SeatStage.values()) {
            var said =
                    one.seats().stream().filter(seat -> seat.stage().equals(stage.code())).toList();
            var word = visit.words().orCode("partner.seat.", stage.code());
            if (said.isEmpty()) {
                steps.add(new Step(Mark.PLANNED, word, "", false));
                continue;
            }
            var last = said.getLast();
            var people = headcount(visit, last);
            steps.add(
                    new Step(
                            stage.code().equals(current) ? Mark.NOW : Mark.GOOD,
                            word,
                            visit.words().date(last.on())
                                    + (people.isEmpty() ? "" : " · " + people),
                            stage.code().equals(current)));
        }
        return steps;
    }

    private static List<Fact> facts(Visit visit, PartnerView one) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.code(visit.say("journal.id"), one.partner()));
        for (var language : Language.values()) {
            var name = one.names().common().get(language.tag());
            if (name != null) {
                facts.add(Fact.of(language.ownName(), name));
            }
        }
        one.names()
                .byParty()
                .forEach(
                        (party, names) ->
                                facts.add(
                                        Fact.of(
                                                visit.say(
                                                        "partners.called-by", visit.partner(party)),
                                                names.values().stream()
                                                        .collect(Collectors.joining(" · ")))));
        return facts;
    }

    private static Part seats(Visit visit, PartnerView one) {
        var rows =
                one.seats().reversed().stream()
                        .map(
                                seat ->
                                        Grid.row(
                                                state(
                                                        mark(seat.stage()),
                                                        visit.words()
                                                                .orCode(
                                                                        "partner.seat.",
                                                                        seat.stage())),
                                                cell(visit.words().date(seat.on())),
                                                cell(headcount(visit, seat)),
                                                said(visit, seat.saidBy(), seat.index())))
                        .toList();
        return new Part(
                visit.say("partners.arrivals"),
                visit.say("partners.arrivals.note"),
                new Grid(
                        visit.say("partners.arrivals"),
                        List.of(
                                Grid.text(visit.say("field.stage")),
                                Grid.text(visit.say("field.on")),
                                Grid.number(visit.say("field.headcount")),
                                Grid.text(visit.say("journal.originator"))),
                        rows),
                visit.say("partners.nothing-said"));
    }

    private static Grid.Cell said(Visit visit, String by, long index) {
        return link(visit.partner(by), visit.keeping("/journal/" + index));
    }

    private static Part registrations(Visit visit, PartnerView one) {
        var rows = new ArrayList<Grid.Row>();
        for (var registration : one.registrations()) {
            rows.add(
                    Grid.row(
                            cell(visit.partner(registration.authority())),
                            registration.status() == null
                                    ? cell("—")
                                    : state(
                                                    mark(registration),
                                                    visit.words()
                                                            .orCode(
                                                                    "partner.registration.",
                                                                    registration.status()))
                                            .below(
                                                    registration.reason() == null
                                                            ? ""
                                                            : registration.reason()),
                            cell(
                                    registration.since() == null
                                            ? ""
                                            : visit.words().date(registration.since())),
                            said(visit, registration.saidBy(), registration.index())));
        }
        return new Part(
                visit.say("partners.registrations"),
                visit.say("partners.registrations.note"),
                new Grid(
                        visit.say("partners.registrations"),
                        List.of(
                                Grid.text(visit.say("field.authority")),
                                Grid.text(visit.say("field.status")),
                                Grid.text(visit.say("field.since")),
                                Grid.text(visit.say("journal.originator"))),
                        rows),
                visit.say("partners.nothing-said"));
    }

    private static Mark mark(RegistrationView registration) {
        return switch (String.valueOf(registration.status())) {
            case "registered" -> Mark.GOOD;
            case "refused" -> Mark.STOPPED;
            case "expired" -> Mark.LATE;
            case "applied" -> Mark.PLANNED;
            default -> Mark.UNKNOWN;
        };
    }

    private static Part roles(Visit visit, PartnerView one) {
        var rows = new ArrayList<Grid.Row>();
        for (var role : one.roles()) {
            rows.add(
                    Grid.row(
                            cell(visit.words().orCode("partner.role.", role.role())),
                            cell(visit.words().date(role.from()))
                                    .below(
                                            role.until() == null
                                                    ? ""
                                                    : visit.say(
                                                            "partners.until",
                                                            visit.words().date(role.until()))),
                            cell(role.instrument() == null ? "—" : role.instrument()),
                            cell(role.empowersTo() == null ? "—" : role.empowersTo()),
                            said(visit, role.saidBy(), role.index())));
        }
        return new Part(
                visit.say("partners.mandates"),
                visit.say("partners.mandates.note"),
                new Grid(
                        visit.say("partners.mandates"),
                        List.of(
                                Grid.text(visit.say("field.role")),
                                Grid.text(visit.say("field.from")),
                                Grid.text(visit.say("field.instrument")),
                                Grid.text(visit.say("field.empowersTo")),
                                Grid.text(visit.say("journal.originator"))),
                        rows),
                visit.say("partners.nothing-said"));
    }
}
