package org.parley.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.hub.access.Account;
import org.parley.hub.access.Duties;
import org.parley.hub.access.HighValueAct;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignedIn;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.StepUp;
import org.parley.hub.signin.Enrolments;
import org.parley.hub.signin.People;
import org.parley.hub.signin.Recovery;
import org.parley.hub.signin.Refused;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What officers do for the people of their organisation, and operators for organisations that have
/// nobody yet. For everybody else there is no such page.
@PageController
@RequestMapping("/people")
class PeopleController {

    private final People people;
    private final Recovery recovery;
    private final PeoplePages pages;
    private final StepUp stepUp;

    PeopleController(People people, Recovery recovery, PeoplePages pages, StepUp stepUp) {
        this.people = people;
        this.recovery = recovery;
        this.pages = pages;
        this.stepUp = stepUp;
    }

    private static void admit(SignedIn who) {
        if (!who.duties().officer() && !who.duties().operator()) {
            throw new NotFound();
        }
    }

    @GetMapping
    PeoplePage list(Visitor visitor, SignedIn who) {
        admit(who);
        return pages.people(visitor, who, Optional.empty());
    }

    @GetMapping("/{account}")
    PersonPage person(Visitor visitor, SignedIn who, @PathVariable String account) {
        admit(who);
        return pages.person(visitor, who, account, Optional.empty());
    }

    @GetMapping("/invite")
    InvitePage form(Visitor visitor, SignedIn who) {
        admit(who);
        return pages.invite(visitor, who, "", "", Optional.empty());
    }

    @PostMapping("/invite")
    ResponseEntity<?> invite(
            Visitor visitor,
            SignedIn who,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String operation,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String ceiling,
            HttpServletRequest request) {
        admit(who);
        stepUp.demand(HighValueAct.ENROLMENT);
        var whose = who.duties().operator() ? organisation : who.organisation().value();
        try {
            var made =
                    people.invite(
                            who,
                            new People.Invitation(
                                    whose,
                                    post,
                                    new Duties(duty.equals("officer"), duty.equals("operator")),
                                    operation.isEmpty()
                                            ? Set.of()
                                            : Set.of(part(operation, role, ceiling))),
                            request.getRemoteAddr());
            return handed(visitor, "handed.invitation", post.strip(), made);
        } catch (Refused refused) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(pages.invite(visitor, who, organisation, post, why(visitor, refused)));
        }
    }

    private static ResponseEntity<?> handed(
            Visitor visitor, String what, String post, Enrolments.Made made) {
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .body(
                        new HandedPage(
                                visitor.shell(visitor.say("handed.title")),
                                visitor.say(what, post, visitor.words().dayAndTime(made.endsAt())),
                                visitor.say("handed.how"),
                                made.address(),
                                QrDrawing.of(made.address()),
                                made.waits(),
                                Link.chief(visitor.say("handed.done"), "/people")));
    }

    static Account.Part part(String operation, String role, String ceiling) {
        try {
            return new Account.Part(
                    new OperationId(operation), Role.of(role), FieldClass.of(ceiling));
        } catch (IllegalArgumentException notOffered) {
            throw new NotFound();
        }
    }

    @PostMapping("/{account}/part")
    ResponseEntity<?> setPart(
            Visitor visitor,
            SignedIn who,
            @PathVariable String account,
            @RequestParam(defaultValue = "") String operation,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String ceiling,
            HttpServletRequest request) {
        var from = request.getRemoteAddr();
        return act(
                visitor,
                who,
                account,
                HighValueAct.ENROLMENT,
                () -> {
                    if (role.isEmpty()) {
                        people.removePart(who, account, new OperationId(operation), from);
                    } else {
                        people.setPart(who, account, part(operation, role, ceiling), from);
                    }
                });
    }

    @PostMapping("/{account}/{act:disable|enable|end-sessions|recover|officer|no-officer}")
    ResponseEntity<?> act(
            Visitor visitor,
            SignedIn who,
            @PathVariable String account,
            @PathVariable String act,
            HttpServletRequest request) {
        var from = request.getRemoteAddr();
        return act(
                visitor,
                who,
                account,
                switch (act) {
                    case "recover" -> HighValueAct.RECOVERY;
                    case "officer", "no-officer" -> HighValueAct.ENROLMENT;
                    default -> HighValueAct.DISABLING;
                },
                () -> {
                    switch (act) {
                        case "disable" -> people.disable(who, account, from);
                        case "enable" -> people.enable(who, account, from);
                        case "end-sessions" -> people.endSessions(who, account, from);
                        case "recover" -> recovery.ask(who, account, from);
                        default -> people.setOfficer(who, account, act.equals("officer"), from);
                    }
                });
    }

    private ResponseEntity<?> act(
            Visitor visitor, SignedIn who, String account, HighValueAct act, Runnable deed) {
        admit(who);
        if (people.find(who, account).isEmpty()) {
            throw new NotFound();
        }
        stepUp.demand(act);
        return Deed.of(visitor, deed, "/people", why -> pages.person(visitor, who, account, why));
    }

    @PostMapping("/recoveries/{id}")
    ResponseEntity<?> approve(
            Visitor visitor, SignedIn who, @PathVariable UUID id, HttpServletRequest request) {
        admit(who);
        stepUp.demand(HighValueAct.RECOVERY);
        try {
            var asked =
                    recovery.open(who).stream()
                            .filter(one -> one.id().equals(id))
                            .findFirst()
                            .orElseThrow(NotFound::new);
            var made = recovery.approve(who, id, request.getRemoteAddr());
            var post = people.find(who, asked.account()).orElseThrow().account().name();
            return handed(visitor, "handed.recovery", post, made);
        } catch (Refused refused) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(pages.people(visitor, who, why(visitor, refused)));
        }
    }

    private static Optional<String> why(Visitor visitor, Refused refused) {
        return Optional.of(visitor.words().refusal(refused.why()));
    }
}
