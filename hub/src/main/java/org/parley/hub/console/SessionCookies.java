package org.parley.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import org.parley.hub.access.SignIns;
import org.parley.hub.signin.HubOrigin;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// The cookies of a session: out of scripts' reach, sent to this hub only, and over encrypted lines
/// only where browsers reach the hub by one.
@Component
class SessionCookies {

    /// The cookie against forged forms: another session gets another one.
    private static final String FORM_TOKEN = "XSRF-TOKEN";

    private final HubOrigin origin;
    private final SignIns signIns;

    SessionCookies(HubOrigin origin, SignIns signIns) {
        this.origin = origin;
        this.signIns = signIns;
    }

    /// On to a page, signed in with a new token.
    ResponseEntity<Void> in(String token, String page, HttpServletRequest request) {
        return to(page, request, cookie(SignIns.COOKIE, token, signIns.lasts(), request));
    }

    /// On to the sign-in, signed out; nothing of the session stays with the browser.
    ResponseEntity<Void> out(HttpServletRequest request) {
        var answer = to("/sign-in", request, cookie(SignIns.COOKIE, "", Duration.ZERO, request));
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }

    private ResponseEntity<Void> to(String page, HttpServletRequest request, String session) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(
                        HttpHeaders.SET_COOKIE,
                        session,
                        cookie(FORM_TOKEN, "", Duration.ZERO, request))
                .location(URI.create(page))
                .build();
    }

    private String cookie(String name, String value, Duration lasts, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(lasts)
                .httpOnly(true)
                .secure(request.isSecure() || origin.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }
}
