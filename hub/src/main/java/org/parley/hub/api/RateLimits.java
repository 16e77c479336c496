package org.parley.hub.api;

import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.parley.hub.access.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Keeps one account's runaway program, and one organisation's many, from taking the hub from all
/// others. Whoever is over the limit is told when to come again; nothing of what they sent is read.
final class RateLimits extends OncePerRequestFilter {

    private static final int MOST_KEPT = 10_000;

    /// The buckets of those who asked last. One that is forgotten was idle the longest, and full.
    private static final class Buckets {

        private final long perSecond;
        private final long capacity;
        private final Map<String, Bucket> byKey =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                        return size() > MOST_KEPT;
                    }
                };

        Buckets(long perSecond, long burst) {
            this.perSecond = perSecond;
            this.capacity = perSecond * Math.max(1, burst);
        }

        /// Nanoseconds to wait; 0 where the request may go on.
        long take(String key) {
            if (perSecond <= 0) {
                return 0;
            }
            return bucket(key).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
        }

        private synchronized Bucket bucket(String key) {
            return byKey.computeIfAbsent(
                    key,
                    _ ->
                            Bucket.builder()
                                    .addLimit(
                                            limit ->
                                                    limit.capacity(capacity)
                                                            .refillGreedy(
                                                                    perSecond,
                                                                    Duration.ofSeconds(1)))
                                    .build());
        }
    }

    private final Buckets persons;
    private final Buckets organisations;
    private final Buckets strangers;
    private final Problems problems;

    RateLimits(ApiSettings settings, Problems problems) {
        this.persons = new Buckets(settings.person(), settings.burst());
        this.organisations = new Buckets(settings.organisation(), settings.burst());
        this.strangers = new Buckets(settings.stranger(), settings.burst());
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var address = request.getRequestURI();
        boolean brings = address.startsWith("/log/") && request.getMethod().equals("POST");
        return !address.startsWith("/api/") && !brings;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long wait = wait(request);
        if (wait > 0) {
            problems.write(
                    Problem.of(HttpStatus.TOO_MANY_REQUESTS, "api.too-many")
                            .retryAfter(TimeUnit.NANOSECONDS.toSeconds(wait) + 1),
                    request,
                    response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private long wait(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? Math.max(
                        persons.take(who.account()), organisations.take(who.organisation().value()))
                : strangers.take(request.getRemoteAddr());
    }
}
