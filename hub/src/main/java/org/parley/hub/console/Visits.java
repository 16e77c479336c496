package org.parley.hub.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.parley.hub.access.Means;
import org.parley.hub.access.Readers;
import org.parley.hub.access.SignedIn;
import org.parley.hub.api.Asked;
import org.parley.hub.api.Languages;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.Requests;
import org.parley.hub.console.Shell.Head;
import org.parley.hub.journal.Clocks;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Operation;
import org.parley.hub.partners.Partners;
import org.parley.hub.signin.Keyring;
import org.parley.hub.store.Behalf;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.names.Names;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/// Reads from a request who looks at which page.
@Component
class Visits {

    private final Requests requests;
    private final Readers readers;
    private final Journal journal;
    private final Clocks clocks;
    private final InstantSource clock;
    private final Languages languages;
    private final Partners partners;
    private final Phrases phrases;
    private final ConsoleSettings settings;
    private final Keyring keyring;

    Visits(
            Requests requests,
            Readers readers,
            Journal journal,
            Clocks clocks,
            InstantSource clock,
            Languages languages,
            Partners partners,
            Phrases phrases,
            ConsoleSettings settings,
            Keyring keyring) {
        this.requests = requests;
        this.readers = readers;
        this.journal = journal;
        this.clocks = clocks;
        this.clock = clock;
        this.languages = languages;
        this.partners = partners;
        this.phrases = phrases;
        this.settings = settings;
        this.keyring = keyring;
    }

    /// @throws NotFound when there is no such operation for who asks
    Visit visit(HttpServletRequest request) {
        var operation = operation(request).orElseThrow(NotFound::new);
        Behalf.in(operation.id().value());
        var who = requests.signedIn().orElseThrow(NotFound::new);
        var entered = readers.enter(who, operation.id()).orElseThrow(NotFound::new);
        var reader = entered.reader().orElseThrow(NotFound::new);
        boolean speaks = entered.part().role().speaks();
        var visitor = visitor(request);
        var asOf = Optional.ofNullable(request.getParameter("asOf")).map(String::strip).orElse("");
        var cut = requests.cut(operation.id(), instant(asOf));
        var now = clocks.now(operation.id());
        var moment =
                new Shell.Moment(
                        cut.live() ? now : cut.at(),
                        now,
                        cut.size(),
                        cut.live() ? "" : instant(asOf));
        var asked = new Asked(reader, journal.sight(reader), cut, languages.of(request));
        request.setAttribute(Asked.class.getName(), asked);
        return new Visit(
                asked,
                operation,
                who,
                speaks,
                head(operation, moment.knownAt(), visitor.words().language()),
                visitor,
                moment,
                names(asked));
    }

    Visitor visitor(HttpServletRequest request) {
        var language = Language.of(languages.of(request).toLanguageTag()).orElse(Language.EN);
        var who = requests.signedIn();
        var now = clock.instant();
        return new Visitor(
                new Words(language, settings.zone(), phrases),
                theme(request),
                who,
                who.map(one -> heads(one, language)).orElse(List.of()),
                new Shell.Moment(now, now, 0, ""),
                Preferences.without(request),
                token(request),
                who.filter(this::hasOneKey).isPresent());
    }

    /// Whether somebody who signs in by passkey would be locked out by one loss.
    private boolean hasOneKey(SignedIn who) {
        return who.session().means() == Means.PASSKEY
                && keyring.of(who.account()).size() < Keyring.ASKED_FOR;
    }

    /// The operations that the account may enter, exercises first.
    private List<Head> heads(SignedIn who, Language language) {
        return journal.operations().stream()
                .filter(one -> readers.reader(who, one.id()).isPresent())
                .sorted(
                        Comparator.comparing((Operation one) -> !one.exercise())
                                .thenComparing(Operation::id))
                .map(one -> head(one, clocks.now(one.id()), language))
                .toList();
    }

    private static Head head(Operation operation, Instant at, Language language) {
        var name =
                Optional.ofNullable(operation.names().get(language.tag()))
                        .or(() -> Optional.ofNullable(operation.names().get("en")))
                        .orElse(operation.id().value());
        long day = Duration.between(operation.inEffectFrom(), at).toDays() + 1;
        return new Head(
                operation.id().value(),
                name,
                operation.exercise(),
                at.isBefore(operation.inEffectFrom()) ? Optional.empty() : Optional.of(day));
    }

    private Optional<Operation> operation(HttpServletRequest request) {
        var inPath = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (inPath instanceof Map<?, ?> variables
                && variables.get("operation") instanceof String operation) {
            try {
                return journal.operation(new OperationId(operation));
            } catch (InvalidValue noSuchName) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// A moment from the form's field, which is local, as the instant that links carry.
    private String instant(String asOf) {
        if (asOf.isEmpty() || asOf.endsWith("Z") || asOf.chars().allMatch(Character::isDigit)) {
            return asOf;
        }
        try {
            return LocalDateTime.parse(asOf).atZone(settings.zone()).toInstant().toString();
        } catch (DateTimeException notLocal) {
            return asOf;
        }
    }

    private Supplier<Map<String, Names>> names(Asked asked) {
        return new Supplier<>() {
            private final Map<String, Names> names = new LinkedHashMap<>();
            private boolean read;

            @Override
            public Map<String, Names> get() {
                if (!read) {
                    read = true;
                    Cut now = asked.cut();
                    partners.list(asked.sight(), now)
                            .forEach(one -> names.put(one.partner(), one.names()));
                }
                return names;
            }
        };
    }

    private static Theme theme(HttpServletRequest request) {
        return request.getCookies() == null
                ? Theme.AUTO
                : Arrays.stream(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(Preferences.THEME_COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .map(Theme::of)
                        .orElse(Theme.AUTO);
    }

    private static Shell.Token token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Shell.Token(token.getParameterName(), token.getToken())
                : new Shell.Token("_csrf", "");
    }
}
