package org.parley.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.parley.hub.access.Account;
import org.parley.hub.access.Readers;
import org.parley.hub.access.SignIns;
import org.parley.hub.access.SignedIn;
import org.parley.hub.journal.Journal;
import org.parley.hub.partners.Partners;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signing in and out. So far only the example operations' accounts sign in here, one click each
/// and only at the machine that the hub runs on; all others use a token.
@PageController
class SignInController {

    /// The cookie against forged forms: another account gets another one.
    private static final String FORM_TOKEN = "XSRF-TOKEN";

    private final SignIns signIns;
    private final Readers readers;
    private final Journal journal;
    private final Partners partners;

    SignInController(SignIns signIns, Readers readers, Journal journal, Partners partners) {
        this.signIns = signIns;
        this.readers = readers;
        this.journal = journal;
        this.partners = partners;
    }

    @GetMapping("/sign-in")
    SignInPage show(Visitor visitor, @RequestParam(defaultValue = "") String next) {
        return page(visitor, next, false);
    }

    @PostMapping("/sign-in")
    ResponseEntity<?> signIn(
            Visitor visitor,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        var token = signIns.demo(account, atThisMachine(request));
        if (token.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(page(visitor, next, true));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie(SignIns.COOKIE, token.get(), SignIns.LASTS, request),
                        cookie(FORM_TOKEN, "", Duration.ZERO, request))
                .header(HttpHeaders.LOCATION, inside(next).orElse("/"))
                .build();
    }

    @PostMapping("/sign-out")
    ResponseEntity<?> signOut(
            @CookieValue(name = SignIns.COOKIE, required = false) Optional<String> token,
            HttpServletRequest request,
            HttpServletResponse response) {
        token.ifPresent(signIns::end);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie(SignIns.COOKIE, "", Duration.ZERO, request),
                        cookie(FORM_TOKEN, "", Duration.ZERO, request))
                .header("Clear-Site-Data", "\"cache\"")
                .header(HttpHeaders.LOCATION, "/sign-in")
                .build();
    }

    private SignInPage page(Visitor visitor, String next, boolean failed) {
        return new SignInPage(
                visitor.shell(visitor.say("sign-in.title")),
                "/sign-in",
                inside(next).orElse(""),
                failed,
                signIns.demoAccounts().stream().map(one -> demo(visitor, one)).toList());
    }

    private SignInPage.Demo demo(Visitor visitor, Account account) {
        var part = account.parts().stream().findFirst();
        return new SignInPage.Demo(
                account.id(),
                account.name(),
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
    private static Optional<String> inside(String next) {
        return next.matches("/(?![/\\\\])[\\x21-\\x7e]{0,2000}")
                ? Optional.of(next)
                : Optional.empty();
    }

    private static boolean atThisMachine(HttpServletRequest request) {
        if (request.getHeader("X-Forwarded-For") != null
                || request.getHeader("Forwarded") != null) {
            return false;
        }
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }

    private static String cookie(
            String name, String value, Duration lasts, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(lasts)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }
}
