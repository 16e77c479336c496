package org.parley.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.hub.access.Account;
import org.parley.hub.api.NotFound;
import org.parley.hub.journal.Journal;
import org.parley.hub.signin.Enrolment;
import org.parley.hub.signin.Enrolments;
import org.parley.hub.signin.ProviderSignIn;
import org.parley.hub.signin.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Links to enrol. One that was used, has ended or never was is told to be no page at all.
@PageController
class EnrolController {

    private final Enrolments enrolments;
    private final SessionCookies cookies;
    private final KeyPlace place;
    private final Journal journal;
    private final ProviderSignIn providers;

    EnrolController(
            Enrolments enrolments,
            SessionCookies cookies,
            KeyPlace place,
            Journal journal,
            ProviderSignIn providers) {
        this.enrolments = enrolments;
        this.cookies = cookies;
        this.place = place;
        this.journal = journal;
        this.providers = providers;
    }

    @GetMapping("/enrol/{token}")
    ResponseEntity<EnrolPage> show(
            Visitor visitor, @PathVariable String token, HttpServletRequest request) {
        var enrolment = enrolment(token, request);
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .body(page(visitor, token, enrolment, "", "", Optional.empty(), request));
    }

    @PostMapping("/enrol/{token}")
    ResponseEntity<?> use(
            Visitor visitor,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String post,
            HttpServletRequest request) {
        var enrolment = enrolment(token, request);
        try {
            var session =
                    enrolments.use(
                            token, credential, key, organisation, post, request.getRemoteAddr());
            return cookies.in(session, "/me", request);
        } catch (Refused refused) {
            var why = Optional.of(visitor.words().refusal(refused.why()));
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .header("Cache-Control", "no-store")
                    .body(page(visitor, token, enrolment, organisation, post, why, request));
        }
    }

    private Enrolment enrolment(String token, HttpServletRequest request) {
        try {
            return enrolments.find(token, request.getRemoteAddr()).orElseThrow(NotFound::new);
        } catch (Refused tooMany) {
            throw new NotFound();
        }
    }

    private EnrolPage page(
            Visitor visitor,
            String token,
            Enrolment enrolment,
            String organisation,
            String post,
            Optional<String> problem,
            HttpServletRequest request) {
        var purpose = enrolment.purpose().name().toLowerCase(Locale.ROOT);
        var address = "/enrol/" + token;
        return new EnrolPage(
                visitor.shell(visitor.say("enrol.title." + purpose)),
                address,
                purpose,
                facts(visitor.words(), enrolment),
                organisation,
                post,
                enrolments.options(token, enrolment),
                place.elsewhere(request, address),
                enrolment.purpose() == Enrolment.Purpose.INVITATION
                        ? providers.of(enrolment.organisation()).stream()
                                .map(
                                        one ->
                                                Link.to(
                                                        one.name(),
                                                        "/sign-in/provider/"
                                                                + one.id()
                                                                + "?invitation="
                                                                + token))
                                .toList()
                        : List.of(),
                enrolment.waits(),
                problem);
    }

    private List<Fact> facts(Words words, Enrolment enrolment) {
        var facts = new ArrayList<Fact>();
        if (enrolment.purpose() != Enrolment.Purpose.SETUP) {
            facts.add(Fact.of(words.say("enrol.organisation"), enrolment.organisation()));
            facts.add(Fact.of(words.say("enrol.post"), enrolment.name()));
        }
        if (enrolment.duties().officer()) {
            facts.add(Fact.of(words.say("invite.duty"), words.say("duty.officer")));
        }
        if (enrolment.duties().operator()) {
            facts.add(Fact.of(words.say("invite.duty"), words.say("duty.operator")));
        }
        enrolment.parts().forEach(part -> facts.add(part(words, part)));
        facts.add(Fact.of(words.say("enrol.until"), words.dayAndTime(enrolment.endsAt())));
        return facts;
    }

    private Fact part(Words words, Account.Part part) {
        var name =
                journal.operation(part.operation())
                        .map(one -> one.names().get(words.language().tag()))
                        .orElse(part.operation().value());
        return Fact.of(name, words.orCode("role.", part.role().code()));
    }
}
