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
/// machines.
final class SessionFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final SignIns signIns;

    SessionFilter(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = token(request);
        token.flatMap(signIns::find)
                .ifPresent(
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

    /// An error page knows its reader too.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    static Optional<String> token(HttpServletRequest request) {
        return bearer(request).or(() -> cookie(request));
    }

    static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()));
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(SignIns.COOKIE))
                .map(cookie -> cookie.getValue())
                .findFirst();
    }
}
