package org.parley.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.parley.hub.access.Origins;
import org.parley.hub.access.SignIns;
import org.parley.hub.access.SignedIn;
import org.parley.hub.journal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// How a program signs in: it gets a token to send as `Authorization: Bearer`. Today only the
/// examples' demo accounts, and from this machine only.
@RestController
@RequestMapping("/api/v1/sessions")
class SessionsApi {

    private static final String BEARER = "Bearer ";

    /// @param account the id of a demo account
    record SessionRequest(String account) {}

    /// @param token to be sent as `Authorization: Bearer`
    /// @param lastsSeconds from now on
    record SessionView(String token, long lastsSeconds) {}

    /// A stay of the account that asks.
    ///
    /// @param means how it was opened: `demo`, `machine`, `passkey` or `machine-key`
    /// @param lastSeen to the minute
    /// @param current whether it is the one that asks
    record StayView(
            String id,
            String means,
            String address,
            Instant openedAt,
            Instant lastSeen,
            Instant endsAt,
            boolean current) {}

    private final SignIns signIns;
    private final Problems problems;
    private final JsonMapper strict;

    SessionsApi(SignIns signIns, Problems problems, JsonMapper json) {
        this.signIns = signIns;
        this.problems = problems;
        this.strict = Reading.strict(json);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> open(@RequestBody byte[] body, HttpServletRequest request) {
        var reading = Reading.with(strict);
        var read = reading.record("", BoundedJson.tree(body), SessionRequest.class);
        reading.finish();
        var token = signIns.demo(read.orElseThrow().account(), Origins.isHere(request));
        return token.isEmpty()
                ? problems.of(
                        HttpStatus.FORBIDDEN,
                        new Refusal("access.no-such-sign-in", Map.of()),
                        request)
                : ResponseEntity.status(HttpStatus.CREATED)
                        .header("Cache-Control", "no-store")
                        .body(new SessionView(token.get(), signIns.lasts().toSeconds()));
    }

    /// The account's own sessions, the newest first.
    @GetMapping
    List<StayView> list(SignedIn who) {
        return signIns.sessions(who.account()).stream()
                .map(
                        one ->
                                new StayView(
                                        one.id(),
                                        one.means().code(),
                                        one.address(),
                                        one.openedAt(),
                                        one.lastSeen(),
                                        one.endsAt(),
                                        one.id().equals(who.session().id())))
                .toList();
    }

    /// Ends one of the account's own sessions; one that is not there is ended already.
    @DeleteMapping("/{session}")
    ResponseEntity<Void> endOne(SignedIn who, @PathVariable String session) {
        signIns.endOne(who.account(), session);
        return ResponseEntity.noContent().build();
    }

    /// Ends the session whose token is sent.
    @DeleteMapping("/current")
    ResponseEntity<Void> end(
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization) {
        if (authorization.startsWith(BEARER)) {
            signIns.end(authorization.substring(BEARER.length()));
        }
        return ResponseEntity.noContent().build();
    }
}
