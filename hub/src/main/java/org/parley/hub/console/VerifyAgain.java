package org.parley.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.hub.access.SignedIn;
import org.parley.hub.api.Requests;
import org.parley.hub.journal.Refusal;
import org.parley.hub.signin.Passkeys;
import org.parley.hub.signin.Refused;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/// Asks for a fresh proof where an act of high value wants one. The page that asks carries what was
/// typed; when it comes back with a proof, that is checked before anything else and the form goes
/// on as if nothing had been between.
@Component
class VerifyAgain implements HandlerInterceptor {

    static final String PROOF = "verify-credential";
    private static final String REFUSED = VerifyAgain.class.getName();

    private final Requests requests;
    private final Passkeys passkeys;
    private final InstantSource clock;

    VerifyAgain(Requests requests, Passkeys passkeys, InstantSource clock) {
        this.requests = requests;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var proof = request.getMethod().equals("POST") ? request.getParameter(PROOF) : null;
        if (proof != null && !proof.isEmpty()) {
            requests.signedIn().ifPresent(who -> take(who, proof, request));
        }
        return true;
    }

    private void take(SignedIn who, String proof, HttpServletRequest request) {
        try {
            passkeys.verifyAgain(who, proof, request.getRemoteAddr());
            var fresh =
                    new SignedIn(
                            who.account(),
                            who.organisation(),
                            who.name(),
                            who.duties(),
                            who.session().verifiedAt(clock.instant()));
            SecurityContextHolder.getContext()
                    .setAuthentication(
                            UsernamePasswordAuthenticationToken.authenticated(
                                    fresh, "", List.of()));
        } catch (Refused refused) {
            request.setAttribute(REFUSED, refused.why());
        }
    }

    /// The page that asks, with everything that was typed.
    VerifyPage page(Visitor visitor, SignedIn who, HttpServletRequest request) {
        var kept = Set.of(PROOF, visitor.token().field());
        var fields = new ArrayList<VerifyPage.Field>();
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            if (!kept.contains(name)) {
                                for (var value : values) {
                                    fields.add(new VerifyPage.Field(name, value));
                                }
                            }
                        });
        var problem =
                request.getAttribute(REFUSED) instanceof Refusal why
                        ? Optional.of(visitor.words().refusal(why))
                        : Optional.<String>empty();
        return new VerifyPage(
                visitor.shell(visitor.say("verify.title")),
                request.getRequestURI(),
                passkeys.verifyOptions(who),
                fields,
                problem);
    }
}
