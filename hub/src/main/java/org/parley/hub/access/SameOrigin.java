package org.parley.hub.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses what a browser sends for another site's page, beside the token that forms carry: by what
/// the browser itself says of where the request comes from (Fetch Metadata), or else by its origin.
/// What says neither is no browser of these days, and needs the token all the same. Programs, which
/// bring a token of their own and no cookie, are not asked.
final class SameOrigin extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final @Nullable String origin;
    private final SignInFirst refusing;

    /// @param origin where browsers reach the hub, where the deployer said so
    SameOrigin(@Nullable String origin, SignInFirst refusing) {
        this.origin = origin == null ? null : origin.replaceAll("/+$", "");
        this.refusing = refusing;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod())
                || SessionFilter.inHeader(request).isPresent()
                || isOurs(request)) {
            chain.doFilter(request, response);
        } else {
            refusing.fromElsewhere(request, response);
        }
    }

    private boolean isOurs(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OURS.contains(site);
        }
        var from = request.getHeader("Origin");
        return from == null || from.equals(origin) || from.equals(asked(request));
    }

    private static String asked(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getHeader("Host");
    }
}
