package org.parley.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.parley.hub.access.Origins;
import org.parley.hub.access.SignIns;
import org.parley.hub.journal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
        var read = reading.record("", Reading.tree(body), SessionRequest.class);
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
