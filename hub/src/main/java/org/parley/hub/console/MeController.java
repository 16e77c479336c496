package org.parley.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.HighValueAct;
import org.parley.hub.access.Means;
import org.parley.hub.access.Session;
import org.parley.hub.access.SignIns;
import org.parley.hub.access.SignedIn;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.StepUp;
import org.parley.hub.signin.Keyring;
import org.parley.hub.signin.Passkey;
import org.parley.hub.signin.ProviderLinks;
import org.parley.hub.signin.Recovery;
import org.parley.hub.signin.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// One's own keys, recovery codes and sessions.
@PageController
class MeController {

    private final Keyring keyring;
    private final Recovery recovery;
    private final ProviderLinks links;
    private final SignIns signIns;
    private final Accounts accounts;
    private final StepUp stepUp;
    private final SessionCookies cookies;
    private final KeyPlace place;

    MeController(
            Keyring keyring,
            Recovery recovery,
            ProviderLinks links,
            SignIns signIns,
            Accounts accounts,
            StepUp stepUp,
            SessionCookies cookies,
            KeyPlace place) {
        this.keyring = keyring;
        this.recovery = recovery;
        this.links = links;
        this.signIns = signIns;
        this.accounts = accounts;
        this.stepUp = stepUp;
        this.cookies = cookies;
        this.place = place;
    }

    @GetMapping("/me")
    MePage show(Visitor visitor, SignedIn who) {
        return page(visitor, who, Optional.empty());
    }

    @PostMapping("/me/keys")
    ResponseEntity<?> add(
            Visitor visitor,
            SignedIn who,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request) {
        return after(
                visitor,
                who,
                HighValueAct.KEYS,
                () -> keyring.add(who, credential, key, request.getRemoteAddr()));
    }

    @PostMapping("/me/keys/revoke")
    ResponseEntity<?> revoke(
            Visitor visitor,
            SignedIn who,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request) {
        return after(
                visitor,
                who,
                HighValueAct.KEYS,
                () -> keyring.revoke(who, key, request.getRemoteAddr()));
    }

    /// Asks for the way to the organisation's own sign-in. The page leads on by a link, since a
    /// form may lead nowhere but to this hub.
    @PostMapping("/me/provider")
    ResponseEntity<?> link(
            Visitor visitor, SignedIn who, @RequestParam(defaultValue = "") String provider) {
        refuseDemo(who);
        stepUp.demand(HighValueAct.KEYS);
        try {
            var way =
                    UriComponentsBuilder.fromPath("/sign-in/provider/{provider}")
                            .queryParam("link", links.ticket(who, provider))
                            .build(provider)
                            .toString();
            var go = Link.chief(visitor.say("me.provider.go"), way);
            return ResponseEntity.ok()
                    .header("Cache-Control", "no-store")
                    .body(page(visitor, who, Optional.empty(), Optional.of(go)));
        } catch (Refused refused) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(page(visitor, who, Optional.of(visitor.words().refusal(refused.why()))));
        }
    }

    @PostMapping("/me/provider/unlink")
    ResponseEntity<?> unlink(Visitor visitor, SignedIn who, HttpServletRequest request) {
        return after(
                visitor, who, HighValueAct.KEYS, () -> links.unlink(who, request.getRemoteAddr()));
    }

    private Optional<MePage.Provided> provided(Words words, SignedIn who, Optional<Link> go) {
        var linked = links.of(who.account());
        var offered = links.offered(who);
        return linked.isEmpty() && offered.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new MePage.Provided(
                                linked.map(
                                        one ->
                                                words.say(
                                                        "me.provider.linked",
                                                        one.name(),
                                                        words.dayAndTime(one.since()))),
                                offered.stream()
                                        .map(one -> new ListPage.Option(one.id(), one.name()))
                                        .toList(),
                                go));
    }

    private ResponseEntity<?> after(
            Visitor visitor, SignedIn who, HighValueAct act, Runnable deed) {
        refuseDemo(who);
        stepUp.demand(act);
        return Deed.of(visitor, deed, "/me", why -> page(visitor, who, why));
    }

    /// An example's account is anybody's at this machine: it gets no key that outlives the click.
    private static void refuseDemo(SignedIn who) {
        if (!who.session().means().isPerson()) {
            throw new NotFound();
        }
    }

    @PostMapping("/me/codes")
    ResponseEntity<?> codes(Visitor visitor, SignedIn who, HttpServletRequest request) {
        refuseDemo(who);
        stepUp.demand(HighValueAct.CODES);
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .body(
                        new CodesPage(
                                visitor.shell(visitor.say("codes.title")),
                                "%s · %s".formatted(who.name(), who.organisation()),
                                recovery.newCodes(who, request.getRemoteAddr()),
                                place.address("/sign-in")));
    }

    @PostMapping("/me/sessions/end")
    ResponseEntity<?> end(
            SignedIn who,
            @RequestParam(defaultValue = "") String session,
            HttpServletRequest request) {
        signIns.endOne(who.account(), session);
        return session.equals(who.session().id()) ? cookies.out(request) : Redirects.to("/me");
    }

    @PostMapping("/me/sessions/end-all")
    ResponseEntity<?> endAll(SignedIn who, HttpServletRequest request) {
        signIns.endAll(who.account());
        return cookies.out(request);
    }

    private MePage page(Visitor visitor, SignedIn who, Optional<String> problem) {
        return page(visitor, who, problem, Optional.empty());
    }

    private MePage page(
            Visitor visitor, SignedIn who, Optional<String> problem, Optional<Link> go) {
        var words = visitor.words();
        var keys = keyring.of(who.account());
        boolean person = who.session().means().isPerson();
        return new MePage(
                visitor.shell(visitor.say("me.title")),
                reminder(words, who, keys.size()),
                problem,
                facts(visitor, who),
                links(words, who),
                !person,
                keys.stream().map(one -> key(words, one)).toList(),
                person ? keyring.addOptions(who) : "",
                words.count("me.codes.left", recovery.codesLeft(who.account())),
                person ? provided(words, who, go) : Optional.empty(),
                signIns.sessions(who.account()).stream()
                        .map(one -> stay(words, who, one, keys))
                        .toList());
    }

    private static List<Link> links(Words words, SignedIn who) {
        var devices = Link.to(words.say("devices.title"), "/devices");
        return who.duties().officer() || who.duties().operator()
                ? List.of(Link.chief(words.say("people.title"), "/people"), devices)
                : List.of(devices);
    }

    private Optional<String> reminder(Words words, SignedIn who, int keys) {
        return who.session().means() == Means.PASSKEY && keys < Keyring.ASKED_FOR
                ? Optional.of(words.say("me.second-key"))
                : Optional.empty();
    }

    private List<Fact> facts(Visitor visitor, SignedIn who) {
        var words = visitor.words();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.code(words.say("me.account"), who.account()));
        if (who.duties().officer()) {
            facts.add(Fact.of(words.say("invite.duty"), words.say("duty.officer")));
        }
        if (who.duties().operator()) {
            facts.add(Fact.of(words.say("invite.duty"), words.say("duty.operator")));
        }
        for (var part : accounts.find(who.account()).orElseThrow().account().parts()) {
            facts.add(
                    Fact.of(
                            visitor.operation(part.operation()),
                            words.orCode("role.", part.role().code())
                                    + " · "
                                    + words.say(
                                            "ceiling."
                                                    + part.ceiling()
                                                            .code()
                                                            .toLowerCase(Locale.ROOT))));
        }
        return facts;
    }

    private static MePage.Key key(Words words, Passkey key) {
        var used =
                key.usedAt()
                        .map(at -> words.say("me.key.used", words.dayAndTime(at)))
                        .orElse(words.say("me.key.unused"));
        return new MePage.Key(
                key.id(),
                key.name(),
                words.say("me.key.added", words.dayAndTime(key.addedAt()))
                        + " · "
                        + used
                        + (key.backedUp() ? " · " + words.say("me.key.copied") : "")
                        + (key.waits() ? " · " + words.say("second.key-waits") : ""));
    }

    private static MePage.Stay stay(
            Words words, SignedIn who, Session session, List<Passkey> keys) {
        var means = words.say("means." + session.means().code());
        var key = keys.stream().filter(one -> one.id().equals(session.key())).findFirst();
        return new MePage.Stay(
                session.id(),
                key.map(one -> means + ": " + one.name()).orElse(means),
                stay(words, session),
                session.id().equals(who.session().id()));
    }

    private static String stay(Words words, Session session) {
        var since = words.dayAndTime(session.openedAt());
        var seen = words.dayAndTime(session.lastSeen());
        // One-click demo sign-ins come from the hub's own machine: there is no address to tell.
        return session.address().isEmpty()
                ? words.say("me.session.note.here", since, seen)
                : words.say("me.session.note", session.address(), since, seen);
    }
}
