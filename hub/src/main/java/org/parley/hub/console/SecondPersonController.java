package org.parley.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.hub.access.HighValueAct;
import org.parley.hub.access.SignedIn;
import org.parley.hub.api.StepUp;
import org.parley.hub.signin.Refused;
import org.parley.hub.signin.SecondPeople;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What waits for a second person, and where they stand for it or take it back.
@PageController
@RequestMapping("/second-person")
class SecondPersonController {

    private static final Set<String> PAGES =
            Set.of("/people", "/machines", "/devices", "/me", "/second-person");

    private final SecondPeople second;
    private final AwaitedParts parts;
    private final StepUp stepUp;

    SecondPersonController(SecondPeople second, AwaitedParts parts, StepUp stepUp) {
        this.second = second;
        this.parts = parts;
        this.stepUp = stepUp;
    }

    @GetMapping
    SecondPersonPage list(Visitor visitor, SignedIn who) {
        return page(visitor, who, Optional.empty());
    }

    @PostMapping("/{id}/{act:confirm|withdraw}")
    ResponseEntity<?> act(
            Visitor visitor,
            SignedIn who,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        stepUp.demand(HighValueAct.ENROLMENT);
        var from = request.getRemoteAddr();
        try {
            if (act.equals("confirm")) {
                second.confirm(who, id, from);
            } else {
                second.withdraw(who, id, from);
            }
            return Redirects.to(PAGES.contains(next) ? next : "/second-person");
        } catch (Refused refused) {
            var why = Optional.of(visitor.words().refusal(refused.why()));
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(page(visitor, who, why));
        }
    }

    private SecondPersonPage page(Visitor visitor, SignedIn who, Optional<String> problem) {
        return new SecondPersonPage(
                visitor.shell(visitor.say("second.page")),
                problem,
                parts.of(visitor.words(), who, "/second-person"));
    }
}
