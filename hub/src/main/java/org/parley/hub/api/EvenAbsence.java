package org.parley.hub.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Has what is not there for somebody answered on a beat, counted from the request's arrival: the
/// database looks a little longer at a row that it hides than at none, and nobody is to measure
/// that.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class EvenAbsence extends OncePerRequestFilter {

    private static final String BEGAN = EvenAbsence.class.getName();

    private final long beat;

    EvenAbsence(ApiSettings settings) {
        this.beat = settings.beat().toNanos();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(BEGAN, System.nanoTime());
        chain.doFilter(request, response);
    }

    /// Returns on the next beat.
    public void hold(HttpServletRequest request) {
        if (beat > 0 && request.getAttribute(BEGAN) instanceof Long began) {
            long until = began + ((System.nanoTime() - began) / beat + 1) * beat;
            for (long left = until - System.nanoTime();
                    left > 0 && !Thread.currentThread().isInterrupted();
                    left = until - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }
}
