package org.parley.hub.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.hub.access.Account;
import org.parley.hub.access.Role;
import org.parley.hub.access.Session;
import org.parley.hub.access.SignIns;
import org.parley.hub.access.SignedIn;
import org.parley.hub.access.Standing;
import org.parley.hub.api.NotFound;
import org.parley.hub.console.ListPage.Option;
import org.parley.hub.signin.Enrolments;
import org.parley.hub.signin.Keyring;
import org.parley.hub.signin.People;
import org.parley.hub.signin.Recovery;
import org.parley.hub.signin.RecoveryAsked;
import org.parley.kernel.audience.FieldClass;
import org.springframework.stereotype.Component;

/// The pages for those who look after accounts.
@Component
class PeoplePages {

    private final People people;
    private final Recovery recovery;
    private final Enrolments enrolments;
    private final Keyring keyring;
    private final SignIns signIns;
    private final AwaitedParts awaited;

    PeoplePages(
            People people,
            Recovery recovery,
            Enrolments enrolments,
            Keyring keyring,
            SignIns signIns,
            AwaitedParts awaited) {
        this.people = people;
        this.recovery = recovery;
        this.enrolments = enrolments;
        this.keyring = keyring;
        this.signIns = signIns;
        this.awaited = awaited;
    }

    PeoplePage people(Visitor visitor, SignedIn who, Optional<String> problem) {
        var words = visitor.words();
        return new PeoplePage(
                visitor.shell(words.say("people.title")),
                problem,
                links(words, who),
                grid(words, people.lookedAfter(who)),
                recovery.open(who).stream().map(one -> waiting(words, who, one)).toList(),
                awaited.of(words, who, "/people"),
                invited(words, who),
                acts(words, who));
    }

    private static List<Link> links(Words words, SignedIn who) {
        var links = new ArrayList<Link>();
        links.add(Link.chief(words.say("invite.title"), "/people/invite"));
        if (who.duties().officer()) {
            links.add(Link.to(words.say("machines.title"), "/machines"));
        }
        links.add(Link.to(words.say("me.title"), "/me"));
        return links;
    }

    private Grid grid(Words words, List<Standing> standings) {
        return new Grid(
                words.say("people.title"),
                List.of(
                        Grid.text(words.say("enrol.post")),
                        Grid.text(words.say("people.parts")),
                        Grid.number(words.say("me.keys")),
                        Grid.spare(words.say("people.state"))),
                standings.stream().map(one -> row(words, one)).toList());
    }

    private Grid.Row row(Words words, Standing one) {
        var account = one.account();
        var keys = keyring.of(account.id()).size();
        return Grid.row(
                Grid.link(account.name(), "/people/" + account.id()).below(account.id()),
                Grid.cell(parts(words, one)),
                Grid.cell(words.number(keys)),
                one.enabled()
                        ? account.demo()
                                ? Grid.state(Mark.UNKNOWN, words.say("means.demo"))
                                : Grid.state(Mark.GOOD, words.say("people.enabled"))
                        : Grid.state(Mark.STOPPED, words.say("people.disabled")));
    }

    static String parts(Words words, Standing one) {
        var parts = new ArrayList<String>();
        if (one.duties().officer()) {
            parts.add(words.say("duty.officer"));
        }
        if (one.duties().operator()) {
            parts.add(words.say("duty.operator"));
        }
        one.account().parts().forEach(part -> parts.add(part(words, part)));
        return parts.isEmpty() ? "—" : String.join(" · ", parts);
    }

    private static String part(Words words, Account.Part part) {
        return "%s: %s (%s)"
                .formatted(
                        part.operation(),
                        words.orCode("role.", part.role().code()),
                        part.ceiling().code());
    }

    private PeoplePage.Waiting waiting(Words words, SignedIn who, RecoveryAsked asked) {
        var name =
                people.find(who, asked.account())
                        .map(one -> one.account().name())
                        .orElse(asked.account());
        return new PeoplePage.Waiting(
                asked.id().toString(),
                name,
                words.say(
                        "people.recovery.asked",
                        asked.askedBy(),
                        words.dayAndTime(asked.askedAt()),
                        words.dayAndTime(asked.endsAt())),
                asked.askedBy().equals(who.account()) || asked.account().equals(who.account()));
    }

    private ListPage.Part invited(Words words, SignedIn who) {
        var rows =
                enrolments.open(who.organisation()).stream()
                        .map(
                                one ->
                                        Grid.row(
                                                Grid.cell(one.name()),
                                                Grid.cell(
                                                        words.say(
                                                                "enrol.purpose."
                                                                        + one.purpose()
                                                                                .name()
                                                                                .toLowerCase(
                                                                                        Locale
                                                                                                .ROOT))),
                                                Grid.cell(one.madeBy()),
                                                Grid.cell(words.dayAndTime(one.endsAt()))))
                        .toList();
        return new ListPage.Part(
                words.say("people.links"),
                "",
                new Grid(
                        words.say("people.links"),
                        List.of(
                                Grid.text(words.say("enrol.post")),
                                Grid.text(words.say("people.act")),
                                Grid.text(words.say("people.by")),
                                Grid.text(words.say("enrol.until"))),
                        rows),
                words.say("people.links.none"));
    }

    private ListPage.Part acts(Words words, SignedIn who) {
        var rows =
                people.acts(who).stream()
                        .map(
                                act ->
                                        Grid.row(
                                                Grid.cell(words.dayAndTime(act.at())),
                                                Grid.cell(words.orCode("act.", act.act()))
                                                        .below(act.detail()),
                                                Grid.code(act.account()),
                                                Grid.code(act.actor()),
                                                Grid.code(act.address())))
                        .toList();
        return new ListPage.Part(
                words.say("people.acts"),
                words.say("people.acts.note"),
                new Grid(
                        words.say("people.acts"),
                        List.of(
                                Grid.text(words.say("people.when")),
                                Grid.text(words.say("people.act")),
                                Grid.text(words.say("me.account")),
                                Grid.text(words.say("people.by")),
                                Grid.spare(words.say("people.from"))),
                        rows),
                words.say("people.acts.none"));
    }

    PersonPage person(Visitor visitor, SignedIn who, String id, Optional<String> problem) {
        var words = visitor.words();
        var one = people.find(who, id).orElseThrow(NotFound::new);
        boolean looksAfter =
                one.account().organisation().equals(who.organisation()) && !one.duties().operator()
                        ? who.duties().officer()
                        : one.account().organisation().equals(who.organisation());
        return new PersonPage(
                visitor.shell(one.account().name()),
                one.account().name(),
                "/people/" + id,
                problem,
                facts(words, one),
                acts(words, who, one, looksAfter),
                looksAfter && !one.duties().operator() ? operations(words, who, false) : List.of(),
                roles(words, true),
                ceilings(words));
    }

    private List<Fact> facts(Words words, Standing one) {
        var sessions = signIns.sessions(one.account().id());
        return List.of(
                Fact.code(words.say("me.account"), one.account().id()),
                Fact.of(words.say("enrol.organisation"), one.account().organisation().value()),
                Fact.of(words.say("people.parts"), parts(words, one)),
                Fact.of(
                        words.say("me.keys"),
                        keyring.of(one.account().id()).stream()
                                .map(key -> key.name())
                                .collect(Collectors.joining(" · "))),
                Fact.of(
                        words.say("me.sessions"),
                        sessions.stream()
                                .map(Session::lastSeen)
                                .map(words::dayAndTime)
                                .collect(Collectors.joining(" · "))),
                Fact.of(
                        words.say("people.state"),
                        one.disabledAt()
                                .map(at -> words.say("people.disabled.since", words.dayAndTime(at)))
                                .orElse(words.say("people.enabled"))));
    }

    private static List<Link> acts(Words words, SignedIn who, Standing one, boolean looksAfter) {
        var acts = new ArrayList<Link>();
        if (one.account().id().equals(who.account())) {
            return acts;
        }
        if (one.enabled()) {
            acts.add(Link.to(words.say("people.disable"), "disable"));
        } else if (looksAfter) {
            acts.add(Link.to(words.say("people.enable"), "enable"));
        }
        if (looksAfter) {
            acts.add(Link.to(words.say("people.end-sessions"), "end-sessions"));
        }
        if (looksAfter && one.isPerson()) {
            acts.add(Link.to(words.say("people.recover"), "recover"));
            if (!one.duties().operator()) {
                acts.add(
                        one.duties().officer()
                                ? Link.to(words.say("people.no-officer"), "no-officer")
                                : Link.to(words.say("people.officer"), "officer"));
            }
        }
        return acts;
    }

    InvitePage invite(
            Visitor visitor,
            SignedIn who,
            String organisation,
            String post,
            Optional<String> problem) {
        var words = visitor.words();
        boolean operator = who.duties().operator();
        var duties =
                operator
                        ? List.of(
                                new Option("officer", words.say("duty.officer")),
                                new Option("operator", words.say("duty.operator")))
                        : List.of(
                                new Option("", words.say("duty.none")),
                                new Option("officer", words.say("duty.officer")));
        return new InvitePage(
                visitor.shell(words.say("invite.title")),
                operator,
                problem,
                organisation,
                post,
                duties,
                operations(words, who, true),
                roles(words, false),
                ceilings(words));
    }

    List<Option> operations(Words words, SignedIn who, boolean none) {
        var options = new ArrayList<Option>();
        if (none) {
            options.add(new Option("", words.say("people.no-operation")));
        }
        people.operations(who)
                .forEach(
                        one ->
                                options.add(
                                        new Option(
                                                one.id().value(),
                                                one.names()
                                                        .getOrDefault(
                                                                words.language().tag(),
                                                                one.id().value()))));
        return options;
    }

    static List<Option> roles(Words words, boolean none) {
        var options = new ArrayList<Option>();
        Arrays.stream(Role.values())
                .filter(role -> role != Role.OPERATOR)
                .forEach(
                        role ->
                                options.add(
                                        new Option(
                                                role.code(), words.orCode("role.", role.code()))));
        if (none) {
            options.add(new Option("", words.say("people.no-part")));
        }
        return options;
    }

    static List<Option> ceilings(Words words) {
        return Arrays.stream(FieldClass.values())
                .map(
                        one ->
                                new Option(
                                        one.code(),
                                        words.say(
                                                "ceiling." + one.code().toLowerCase(Locale.ROOT))))
                .toList();
    }
}
