package org.parley.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.hub.access.Account;
import org.parley.hub.access.Origins;
import org.parley.hub.access.Readers;
import org.parley.hub.access.SignIns;
import org.parley.hub.access.SignedIn;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Refusal;
import org.parley.hub.partners.Partners;
import org.parley.hub.signin.Passkeys;
import org.parley.hub.signin.ProviderSignIn;
import org.parley.hub.signin.Recovery;
import org.parley.hub.signin.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signing in and out. The example operations' accounts sign in with one click, at the machine that
/// the hub runs on and nowhere else.
@PageController
class SignInController {

    private final SignIns signIns;
    private final Passkeys passkeys;
    private final Recovery recovery;
    private final SessionCookies cookies;
    private final KeyPlace place;
    private final Readers readers;
    private final Journal journal;
    private final Partners partners;
    private final ProviderSignIn providers;

    SignInController(
            SignIns signIns,
            Passkeys passkeys,
            Recovery recovery,
            SessionCookies cookies,
            KeyPlace place,
            Readers readers,
            Journal journal,
            Partners partners,
            ProviderSignIn providers) {
        this.signIns = signIns;
        this.passkeys = passkeys;
        this.recovery = recovery;
        this.cookies = cookies;
        this.place = place;
        this.readers = readers;
        this.journal = journal;
        this.partners = partners;
        this.providers = providers;
    }

    @GetMapping("/sign-in")
    SignInPage show(
            Visitor visitor,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        return page(visitor, next, Optional.empty(), request);
    }

    @PostMapping("/sign-in")
    ResponseEntity<?> demo(
            Visitor visitor,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        var token = signIns.demo(account, Origins.isHere(request));
        return token.isPresent()
                ? cookies.in(token.get(), inside(next).orElse("/"), request)
                : refused(visitor, next, new Refusal("access.no-such-sign-in", Map.of()), request);
    }

    @PostMapping("/sign-in/passkey")
    ResponseEntity<?> passkey(
            Visitor visitor,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        try {
            var token = passkeys.signIn(credential, request.getRemoteAddr());
            return cookies.in(token, inside(next).orElse("/"), request);
        } catch (Refused refused) {
            return refused(visitor, next, refused.why(), request);
        }
    }

    @PostMapping("/sign-in/code")
    ResponseEntity<?> code(
            Visitor visitor,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        try {
            return Redirects.to(recovery.useCode(code, request.getRemoteAddr()).address());
        } catch (Refused refused) {
            return refused(visitor, "", refused.why(), request);
        }
    }

    @PostMapping("/sign-out")
    ResponseEntity<?> signOut(
            @CookieValue(name = SignIns.COOKIE, required = false) Optional<String> token,
            HttpServletRequest request) {
        token.ifPresent(signIns::end);
        return cookies.out(request);
    }

    ResponseEntity<?> refused(
            Visitor visitor, String next, Refusal why, HttpServletRequest request) {
        var status =
                why.code().equals("signin.too-many-tries")
                        ? HttpStatus.TOO_MANY_REQUESTS
                        : HttpStatus.UNPROCESSABLE_CONTENT;
        return ResponseEntity.status(status)
                .body(page(visitor, next, Optional.of(visitor.words().refusal(why)), request));
    }

    private SignInPage page(
            Visitor visitor, String next, Optional<String> problem, HttpServletRequest request) {
        return new SignInPage(
                visitor.shell(visitor.say("sign-in.title")),
                "/sign-in",
                inside(next).orElse(""),
                problem,
                passkeys.signInOptions(),
                place.elsewhere(request, "/sign-in"),
                Origins.isHere(request)
                        ? signIns.demoAccounts().stream().map(one -> demo(visitor, one)).toList()
                        : List.of(),
                providers.providers().stream()
                        .map(one -> Link.to(one.name(), "/sign-in/provider/" + one.id()))
                        .toList());
    }

    private SignInPage.Demo demo(Visitor visitor, Account account) {
        var part = account.parts().stream().findFirst();
        return new SignInPage.Demo(
                account.id(),
                visitor.words().post(account.id(), account.name()),
                part.flatMap(one -> organisation(visitor, account, one))
                        .orElse(account.organisation().value()),
                part.map(one -> visitor.words().orCode("role.", one.role().code())).orElse(""));
    }

    /// What the account's own operation calls its organisation.
    private Optional<String> organisation(Visitor visitor, Account account, Account.Part part) {
        var who = new SignedIn(account.id(), account.organisation(), account.name());
        return readers.reader(who, part.operation())
                .filter(_ -> journal.operation(part.operation()).isPresent())
                .flatMap(
                        reader ->
                                partners.find(
                                        journal.sight(reader),
                                        journal.now(part.operation()),
                                        account.organisation()))
                .map(found -> found.names().in(visitor.words().language().tag()));
    }

    /// A path of this hub, so that a link to the sign-in cannot lead to another host.
    static Optional<String> inside(String next) {
        return next.matches("/(?![/\\\\])[\\x21-\\x7e]{0,2000}")
                ? Optional.of(next)
                : Optional.empty();
    }
}
