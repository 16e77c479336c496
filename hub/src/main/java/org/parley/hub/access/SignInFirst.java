package org.parley.hub.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/// Answers whoever is not signed in: programs get a problem, people the sign-in page.
final class SignInFirst implements AuthenticationEntryPoint {

    private static final String PROBLEM =
            """
            {"type":"/problems/access.sign-in-first","status":401,"code":"access.sign-in-first",\
            "title":"Sign in first","detail":"This needs a signed-in account."}
            """;

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException notSignedIn)
            throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("WWW-Authenticate", "Bearer");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getWriter().write(PROBLEM);
        } else {
            response.sendRedirect("/sign-in" + wanted(request));
        }
    }

    /// The page that was asked for, so that signing in leads there.
    private static String wanted(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "";
        }
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return "?next=" + URLEncoder.encode(request.getRequestURI() + query, UTF_8);
    }
}
