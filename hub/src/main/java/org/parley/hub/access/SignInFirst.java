package org.parley.hub.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/// Answers whoever is not signed in, or sends a form without its token: programs get a problem,
/// people the sign-in page.
final class SignInFirst implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Refusing refusing;

    SignInFirst(Refusing refusing) {
        this.refusing = refusing;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException notSignedIn)
            throws IOException {
        if (isForPrograms(request)) {
            response.setHeader("WWW-Authenticate", "Bearer, DPoP algs=\"ES256 EdDSA\"");
            refusing.refuse(
                    HttpServletResponse.SC_UNAUTHORIZED, "access.sign-in-first", request, response);
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

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (isForPrograms(request)) {
            refusing.refuse(
                    HttpServletResponse.SC_FORBIDDEN, "access.no-form-token", request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /// What a browser sent for another site's page.
    void fromElsewhere(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isForPrograms(request)) {
            refusing.refuse(
                    HttpServletResponse.SC_FORBIDDEN, "access.from-elsewhere", request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}
