package org.parley.hub.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Signing in and out. The demo's accounts need no secret and work from this machine only; how real
/// accounts prove who they are is the next thing to be built here.
@Service
public class SignIns {

    /// How long a session lasts.
    public static final Duration LASTS = Duration.ofHours(12);

    /// The console's cookie that holds the token of a session.
    public static final String COOKIE = "parley_session";

    private static final int TOKEN_BYTES = 32;

    private final AccountStore store;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final Known known;
    private final SecureRandom random = new SecureRandom();

    SignIns(
            AccountStore store,
            @Qualifier("writer") TransactionTemplate transactions,
            InstantSource clock,
            Known known) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.known = known;
    }

    /// Makes an account, or brings its name and parts up to date.
    public void enrol(Account account) {
        transactions.executeWithoutResult(
                _ -> {
                    store.add(account);
                    known.changed();
                });
    }

    /// The accounts of the example operations.
    public List<Account> demoAccounts() {
        return store.demo();
    }

    /// Signs a demo account in and gives the token of its session.
    ///
    /// @param fromThisMachine whether the request came over the loopback address
    public Optional<String> demo(String account, boolean fromThisMachine) {
        return store.find(account)
                .filter(found -> found.demo() && fromThisMachine)
                .map(found -> open(found.id()));
    }

    /// A session for an account of this machine's own, opened by whoever may read the data folder.
    public String atThisMachine(String account) {
        return open(store.find(account).filter(Account::machine).orElseThrow().id());
    }

    private String open(String account) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        transactions.executeWithoutResult(
                _ -> store.openSession(hash(token), account, now, now.plus(LASTS)));
        return token;
    }

    /// Who holds this token now.
    public Optional<SignedIn> find(String token) {
        var hash = hash(token);
        return known.session(hash, () -> store.session(hash))
                .filter(session -> session.endsAt().isAfter(clock.instant()))
                .map(Known.Session::who);
    }

    public void end(String token) {
        transactions.executeWithoutResult(
                _ -> {
                    store.endSession(hash(token));
                    known.changed();
                });
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
