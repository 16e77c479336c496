package org.parley.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.parley.hub.api.NotFound;
import org.parley.hub.signin.HubOrigin;
import org.parley.hub.signin.ProviderSignIn;
import org.parley.hub.signin.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The way to an organisation's provider and back. What the browser keeps meanwhile is in a cookie
/// of its own, out of scripts' reach.
@PageController
@RequestMapping("/sign-in/provider/{provider}")
class ProviderController {

    private static final String COOKIE = "parley_provider";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ProviderSignIn signIn;
    private final SignInController pages;
    private final SessionCookies cookies;
    private final HubOrigin origin;

    ProviderController(
            ProviderSignIn signIn,
            SignInController pages,
            SessionCookies cookies,
            HubOrigin origin) {
        this.signIn = signIn;
        this.pages = pages;
        this.cookies = cookies;
        this.origin = origin;
    }

    @GetMapping
    ResponseEntity<?> begin(
            Visitor visitor,
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String invitation,
            HttpServletRequest request) {
        try {
            if (!invitation.matches("[A-Za-z0-9_-]{0,100}")) {
                throw new NotFound();
            }
            var begun = signIn.begin(provider, invitation);
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.SET_COOKIE, cookie(begun.seed() + "." + invitation))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header("Referrer-Policy", "no-referrer")
                    .location(begun.provider())
                    .build();
        } catch (Refused refused) {
            return pages.refused(visitor, "", refused.why(), request);
        }
    }

    @GetMapping("/back")
    ResponseEntity<?> back(
            Visitor visitor,
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String iss,
            @CookieValue(name = COOKIE, defaultValue = "") String kept,
            HttpServletRequest request) {
        int dot = kept.indexOf('.');
        var seed = dot < 0 ? "" : kept.substring(0, dot);
        var invitation = dot < 0 ? "" : kept.substring(dot + 1);
        try {
            var token =
                    signIn.finish(
                            provider,
                            new ProviderSignIn.Came(code, state, iss, seed, invitation),
                            request.getRemoteAddr());
            return cookies.in(token, invitation.isEmpty() ? "/" : "/me", request);
        } catch (Refused refused) {
            return pages.refused(visitor, "", refused.why(), request);
        }
    }

    private String cookie(String value) {
        return ResponseCookie.from(COOKIE, value)
                .path("/sign-in/provider")
                .maxAge(PATIENCE)
                .httpOnly(true)
                .secure(origin.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }
}
