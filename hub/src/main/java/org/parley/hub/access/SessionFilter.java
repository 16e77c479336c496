package org.parley.hub.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.parley.hub.store.Behalf;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Knows who is asking by the session's token: in the console's cookie, or as a bearer token for
/// programs. A token that is bound to a key is worth nothing without a proof of that key.
final class SessionFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private static final String BOUND = Possession.SCHEME + " ";

    /// Set once the proof of a request holds: an error page of the same request asks again.
    private static final String PROVED = SessionFilter.class.getName() + ".proved";

    private final SignIns signIns;
    private final Possession possession;
    private final Refusing refusing;

    SessionFilter(SignIns signIns, Possession possession, Refusing refusing) {
        this.signIns = signIns;
        this.possession = possession;
        this.refusing = refusing;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = token(request);
        var found = token.flatMap(signIns::find);
        var fault = found.flatMap(who -> fault(request, token.orElseThrow(), who));
        if (fault.isPresent()) {
            response.setHeader("WWW-Authenticate", "DPoP error=\"invalid_dpop_proof\"");
            refusing.refuse(HttpServletResponse.SC_UNAUTHORIZED, fault.get(), request, response);
            return;
        }
        found.ifPresent(
                who ->
                        SecurityContextHolder.getContext()
                                .setAuthentication(
                                        UsernamePasswordAuthenticationToken.authenticated(
                                                who, "", List.of())));
        Behalf.of(token.orElse(""));
        try {
            chain.doFilter(request, response);
        } finally {
            Behalf.nobody();
        }
    }

    private Optional<String> fault(HttpServletRequest request, String token, SignedIn who) {
        var boundTo = who.session().boundTo();
        boolean sentAsBound = bound(request).isPresent();
        if (boundTo.isEmpty()) {
            return sentAsBound ? Optional.of("access.token-not-bound") : Optional.empty();
        }
        if (!sentAsBound) {
            return Optional.of("access.token-bound");
        }
        if (token.equals(request.getAttribute(PROVED))) {
            return Optional.empty();
        }
        var fault = possession.fault(request, token, boundTo);
        if (fault.isEmpty()) {
            request.setAttribute(PROVED, token);
        }
        return fault;
    }

    /// An error page knows its reader too.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    static Optional<String> token(HttpServletRequest request) {
        return inHeader(request).or(() -> cookie(request));
    }

    /// The token that a program sends; browsers send none of themselves.
    static Optional<String> inHeader(HttpServletRequest request) {
        return bound(request).or(() -> after(BEARER, request));
    }

    private static Optional<String> bound(HttpServletRequest request) {
        return after(BOUND, request);
    }

    /// The names of schemes are the same in capitals and in small letters (RFC 9110, 11.1).
    private static Optional<String> after(String scheme, HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(header -> header.substring(scheme.length()));
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(SignIns.COOKIE))
                .map(cookie -> cookie.getValue())
                .findFirst();
    }
}
