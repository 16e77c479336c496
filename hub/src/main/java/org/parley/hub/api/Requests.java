package org.parley.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.access.HeldParts;
import org.parley.hub.access.Readers;
import org.parley.hub.access.SignedIn;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Refusal;
import org.parley.hub.store.Behalf;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.OperationId;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/// Reads from a request who asks, in which operation, about which moment.
@Component
public class Requests {

    private static final int LAST_YEAR = 9999;

    private final Readers readers;
    private final HeldParts parts;
    private final Journal journal;
    private final Languages languages;

    Requests(Readers readers, HeldParts parts, Journal journal, Languages languages) {
        this.readers = readers;
        this.parts = parts;
        this.journal = journal;
        this.languages = languages;
    }

    /// Who is signed in, if anybody.
    public Optional<SignedIn> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? Optional.of(who)
                : Optional.empty();
    }

    /// Who is signed in; the filters have let nobody else this far.
    SignedIn signedIn(HttpServletRequest request) {
        return signedIn().orElseThrow(NotFound::new);
    }

    /// @throws NotFound when there is no such operation for who asks
    public Asked asked(HttpServletRequest request) {
        var operation = operation(request);
        Behalf.in(operation.value());
        var reader =
                signedIn()
                        .flatMap(who -> readers.reader(who, operation))
                        .orElseThrow(NotFound::new);
        var cut = cut(operation, request.getParameter("asOf"));
        if (!cut.live() && cut.size() < journal.now(operation).size()) {
            // a later statement is published already, so no earlier one can still come
            request.setAttribute(Representations.SETTLED, true);
        }
        var asked = new Asked(reader, journal.sight(reader), cut, languages.of(request));
        request.setAttribute(Asked.class.getName(), asked); // for whoever notes what was served
        return asked;
    }

    /// @throws NotAllowed when the account only reads, or speaks for a part that its organisation
    ///     does not hold
    public Speaker speaker(HttpServletRequest request) {
        var operation = operation(request);
        Behalf.in(operation.value());
        var who = signedIn().orElseThrow(NotFound::new);
        return speaker(who, operation, Actor.signedIn(who.organisation(), who.account()));
    }

    /// The same for somebody who is not at the hub, and whose word came otherwise.
    ///
    /// @throws NotFound when there is no such operation for them
    /// @throws NotAllowed when their account only reads, or speaks for a part that is not held
    public Speaker speaker(SignedIn who, OperationId operation, Actor actor) {
        var entered = readers.enter(who, operation).orElseThrow(NotFound::new);
        var reader = entered.reader().orElseThrow(NotFound::new);
        if (!entered.part().role().speaks()) {
            throw new NotAllowed(new Refusal("access.reads-only", Map.of()));
        }
        if (!parts.holds(operation, who.organisation(), entered.part().role())) {
            throw new NotAllowed(
                    new Refusal(
                            "access.part-not-held", Map.of("role", entered.part().role().code())));
        }
        return new Speaker(operation, actor, reader);
    }

    private static OperationId operation(HttpServletRequest request) {
        var inPath = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (inPath instanceof Map<?, ?> variables
                && variables.get("operation") instanceof String operation) {
            try {
                return new OperationId(operation);
            } catch (InvalidValue noSuchName) {
                throw new NotFound();
            }
        }
        throw new IllegalStateException("The path has no {operation}: " + request.getRequestURI());
    }

    /// The moment that `asOf` names: nothing for now, a number for a log size, else an instant.
    public Cut cut(OperationId operation, @Nullable String asOf) {
        if (asOf == null || asOf.isBlank()) {
            return journal.now(operation);
        }
        try {
            return asOf.matches("[0-9]{1,18}")
                    ? journal.asOf(operation, Long.parseLong(asOf))
                    : journal.asOf(operation, sane(Instant.parse(asOf)));
        } catch (DateTimeException | NumberFormatException neither) {
            throw new InvalidValue(
                    "asOf",
                    "value.cut",
                    "must be a log size or an instant such as 2031-05-04T12:00:00Z, was '{was}'",
                    asOf);
        }
    }

    /// PostgreSQL's days end long before Java's.
    private static Instant sane(Instant at) {
        int year = Reading.year(at);
        if (year < 0 || year > LAST_YEAR) {
            throw new InvalidValue("asOf", "value.years", "must be within the years 0000 to 9999");
        }
        return at;
    }
}
