package org.parley.hub.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.hub.api.Languages;
import org.parley.hub.signin.HubOrigin;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// The switches of language and theme: `?lang=` and `?theme=` on any page are kept in a cookie and
/// taken out of the address, so that a link that somebody passes on carries no one's settings.
@Component
class Preferences extends OncePerRequestFilter {

    static final String THEME_COOKIE = "parley_theme";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET") || request.getRequestURI().startsWith("/api/");
    }

    private final HubOrigin origin;

    Preferences(HubOrigin origin) {
        this.origin = origin;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var language = request.getParameter("lang");
        var theme = request.getParameter("theme");
        if (language == null && theme == null) {
            chain.doFilter(request, response);
            return;
        }
        if (language != null) {
            Language.of(language)
                    .ifPresent(one -> keep(request, response, Languages.COOKIE, one.tag()));
        }
        if (theme != null) {
            keep(request, response, THEME_COOKIE, Theme.of(theme).word());
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, without(request));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private void keep(
            HttpServletRequest request, HttpServletResponse response, String name, String value) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .sameSite("Lax")
                        .httpOnly(true)
                        .secure(request.isSecure() || origin.isSecure())
                        .build()
                        .toString());
    }

    /// The address of the request, without the settings. Begins with one slash, never with two, so
    /// that it cannot lead to another host.
    static String without(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var asked = failed == null ? request.getRequestURI() : failed.toString();
        var path = "/" + asked.replaceAll("^[/\\\\]+", "");
        var query = failed == null ? kept(request.getQueryString()) : "";
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String kept(@Nullable String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .filter(part -> !part.isEmpty() && !part.matches("(lang|theme)(=.*)?"))
                        .collect(Collectors.joining("&"));
    }
}
