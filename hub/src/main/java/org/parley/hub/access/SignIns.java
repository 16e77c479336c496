package org.parley.hub.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Sessions: how one is opened, found by its token, and ended. How people prove who they are is
/// above this module; the demo's accounts need no secret and work from this machine only.
@Service
public class SignIns {

    /// The console's cookie that holds the token of a session.
    public static final String COOKIE = "parley_session";

    private static final int TOKEN_BYTES = 32;

    /// How finely the hub remembers when somebody was last here.
    private static final Duration SEEN_TO = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final SessionStore store;
    private final SessionSettings settings;
    private final InstantSource clock;
    private final Known known;
    private final SecureRandom random = new SecureRandom();

    SignIns(
            Accounts accounts,
            SessionStore store,
            SessionSettings settings,
            InstantSource clock,
            Known known) {
        this.accounts = accounts;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.known = known;
    }

    /// How long a session lasts at most.
    public Duration lasts() {
        return settings.lasts();
    }

    /// Makes an account, or brings its name and parts up to date.
    public void enrol(Account account) {
        accounts.enrol(account);
    }

    /// The accounts of the example operations.
    public List<Account> demoAccounts() {
        return accounts.demo();
    }

    /// Signs a demo account in and gives the token of its session.
    ///
    /// @param fromThisMachine whether the request came over the loopback address
    public Optional<String> demo(String account, boolean fromThisMachine) {
        return accounts.find(account)
                .filter(found -> found.account().demo() && found.enabled() && fromThisMachine)
                .map(_ -> open(account, Means.DEMO, "", "", null));
    }

    /// A session for an account of this machine's own, opened by whoever may read the data folder.
    public String atThisMachine(String account) {
        var found = accounts.find(account).filter(one -> one.account().machine()).orElseThrow();
        return open(found.account().id(), Means.MACHINE, "", "", null);
    }

    /// A session for somebody who has proved who they are. Its token is a new one each time, so
    /// that none from before the proof is worth anything.
    ///
    /// @param key the id of the key that proved it
    /// @param verifiedAt when the person was verified; null where the proof does not say
    public String open(
            String account, Means means, String address, String key, @Nullable Instant verifiedAt) {
        return open(
                account,
                now ->
                        new Session(
                                "",
                                means,
                                address,
                                key,
                                "",
                                now,
                                now,
                                now.plus(settings.lasts()),
                                verifiedAt));
    }

    /// A short session for a program that has proved two keys: the one that its organisation
    /// enrolled, and the one that it will prove with each request.
    ///
    /// @param key the id of the key that an officer enrolled
    /// @param boundTo the thumbprint of the key that goes with the token
    public String openBound(
            String account, String address, String key, String boundTo, Duration lasts) {
        return open(
                account,
                now ->
                        new Session(
                                "",
                                Means.MACHINE_KEY,
                                address,
                                key,
                                boundTo,
                                now,
                                now,
                                now.plus(lasts),
                                null));
    }

    private String open(String account, Function<Instant, Session> how) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        var session = how.apply(now);
        accounts.changeSessions(
                account,
                sessions -> {
                    sessions.forget(now);
                    sessions.open(hash(token), account, session);
                });
        return token;
    }

    /// Who holds this token now.
    public Optional<SignedIn> find(String token) {
        var now = clock.instant();
        var hash = hash(token);
        var found =
                known.session(hash, () -> store.find(hash).map(Known.Session::new))
                        .map(Known.Session::who)
                        .filter(who -> isOpen(who.session(), now));
        found.filter(who -> who.session().lastSeen().plus(SEEN_TO).isBefore(now))
                .ifPresent(
                        who ->
                                accounts.changeSessions(
                                        who.account(), sessions -> sessions.seen(hash, now)));
        return found;
    }

    /// The account's sessions, the newest first.
    public List<Session> sessions(String account) {
        var now = clock.instant();
        return store.of(account).stream().filter(one -> isOpen(one, now)).toList();
    }

    private boolean isOpen(Session session, Instant now) {
        return session.endsAt().isAfter(now)
                && session.lastSeen().plus(settings.idle()).isAfter(now);
    }

    /// Notes that the person behind a session has proved again who they are.
    public void verified(SignedIn who, Instant at) {
        accounts.changeSessions(
                who.account(),
                sessions -> sessions.verified(who.account(), who.session().id(), at));
    }

    public void end(String token) {
        find(token)
                .ifPresent(
                        who ->
                                accounts.changeSessions(
                                        who.account(), sessions -> sessions.end(hash(token))));
    }

    /// Ends one of the account's sessions.
    public void endOne(String account, String session) {
        accounts.changeSessions(account, sessions -> sessions.endOne(account, session));
    }

    /// Ends the account's sessions that this key opened.
    public void endByKey(String account, String key) {
        accounts.changeSessions(account, sessions -> sessions.endByKey(account, key));
    }

    /// Ends all sessions of the account.
    public void endAll(String account) {
        accounts.changeSessions(account, sessions -> sessions.endAll(account));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
