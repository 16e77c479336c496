package org.parley.hub.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.parley.hub.access.SignedIn;
import org.parley.hub.journal.ExactReads;
import org.parley.hub.journal.Journal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Has taken down what exact fields of others each answer carried, and to whom it went. An answer
/// that says only that nothing changed (304) carried none.
final class ReadsFilter extends OncePerRequestFilter {

    private final ReadLedger ledger;
    private final Journal journal;
    private final InstantSource clock;

    ReadsFilter(ReadLedger ledger, Journal journal, InstantSource clock) {
        this.ledger = ledger;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn who)) {
            chain.doFilter(request, response);
            return;
        }
        if (!ledger.takes()) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        ExactReads.collect();
        try {
            chain.doFilter(request, response);
        } finally {
            var noted = ExactReads.collected();
            if (response.getStatus() == HttpServletResponse.SC_OK) {
                noted.forEach(
                        (operation, indices) ->
                                ledger.add(
                                        new Read(
                                                operation,
                                                indices,
                                                who.organisation().value(),
                                                who.account(),
                                                Way.of(request.getRequestURI()),
                                                clock.instant(),
                                                journal.now(operation).size())));
            }
        }
    }
}
