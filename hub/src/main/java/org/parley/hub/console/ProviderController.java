package org.parley.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.parley.hub.access.SignedIn;
import org.parley.hub.api.NotFound;
import org.parley.hub.signin.HubOrigin;
import org.parley.hub.signin.ProviderLinks;
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

    /// Stands in the cookie where an account is to be linked.
    private static final String LINKING = "~";

    private final ProviderSignIn signIn;
    private final ProviderLinks links;
    private final SignInController pages;
    private final SessionCookies cookies;
    private final HubOrigin origin;

    ProviderController(
            ProviderSignIn signIn,
            ProviderLinks links,
            SignInController pages,
            SessionCookies cookies,
            HubOrigin origin) {
        this.signIn = signIn;
        this.links = links;
        this.pages = pages;
        this.cookies = cookies;
        this.origin = origin;
    }

    @GetMapping
    ResponseEntity<?> begin(
            Visitor visitor,
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String invitation,
            @RequestParam(defaultValue = "") String link,
            HttpServletRequest request) {
        try {
            if (!invitation.matches("[A-Za-z0-9_-]{0,100}")) {
                throw new NotFound();
            }
            return link.isEmpty()
                    ? setOut(signIn.begin(provider, invitation), invitation)
                    : setOut(links.begin(linking(visitor), provider, link), LINKING);
        } catch (Refused refused) {
            return pages.refused(visitor, "", refused.why(), request);
        }
    }

    private ResponseEntity<?> setOut(ProviderSignIn.Begun begun, String purpose) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie(begun.seed() + "." + purpose))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .location(begun.provider())
                .build();
    }

    private static SignedIn linking(Visitor visitor) {
        return visitor.who().orElseThrow(() -> new Refused("signin.too-late"));
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
            var came = new ProviderSignIn.Came(code, state, iss, seed, invitation);
            if (invitation.equals(LINKING)) {
                links.finish(linking(visitor), provider, came, request.getRemoteAddr());
                return Redirects.to("/me");
            }
            var token = signIn.finish(provider, came, request.getRemoteAddr());
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
