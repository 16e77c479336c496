package org.parley.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.hub.access.HighValueAct;
import org.parley.hub.access.SignedIn;
import org.parley.hub.api.StepUp;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Keys and links that wait for a second person, for those who asked for them, whose they are, and
/// who could stand for them.
@RestController
@RequestMapping("/api/v1/second-person")
class SecondPeopleApi {

    /// @param what `invitation`, `machine`, `machine-key`, `device` or `passkey`
    /// @param account whose key it will be
    /// @param gives the duties and parts that it gives, in codes
    /// @param yours whether the reader could stand for it
    record AwaitedView(
            UUID id,
            String what,
            String organisation,
            String account,
            String name,
            String gives,
            String askedBy,
            Instant askedAt,
            Instant endsAt,
            boolean yours) {}

    private final SecondPeople second;
    private final StepUp stepUp;

    SecondPeopleApi(SecondPeople second, StepUp stepUp) {
        this.second = second;
        this.stepUp = stepUp;
    }

    @GetMapping
    List<AwaitedView> list(SignedIn who) {
        return second.open(who).stream().map(one -> view(who, one)).toList();
    }

    private AwaitedView view(SignedIn who, Awaited one) {
        return new AwaitedView(
                one.id(),
                one.what().code(),
                one.organisation(),
                one.account(),
                one.name(),
                one.gives(),
                one.askedBy(),
                one.askedAt(),
                one.endsAt(),
                second.mayStandFor(who, one));
    }

    /// A second person stands for it.
    @PostMapping("/{id}")
    ResponseEntity<Void> confirm(SignedIn who, @PathVariable UUID id, HttpServletRequest request) {
        stepUp.demand(HighValueAct.ENROLMENT);
        second.confirm(who, id, request.getRemoteAddr());
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> withdraw(SignedIn who, @PathVariable UUID id, HttpServletRequest request) {
        stepUp.demand(HighValueAct.ENROLMENT);
        second.withdraw(who, id, request.getRemoteAddr());
        return ResponseEntity.noContent().build();
    }
}
