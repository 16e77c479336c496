package org.parley.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.SignIns;
import org.parley.hub.access.SignedIn;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// The passkeys of an account: enrolled, listed, revoked.
@Service
public class Keyring {

    /// Keys that everybody is asked to enrol, so that a lost one locks nobody out.
    public static final int ASKED_FOR = 2;

    /// How long after an enrolment its second key may come without anybody standing for it.
    private static final Duration SOON = Duration.ofHours(72);

    /// How a key comes to an account.
    enum How {
        /// By a link that two people stood for.
        BY_LINK,
        ADDED,
        /// Good once a second person stands for it.
        WAITS
    }

    static final long PATIENCE_MILLIS = 300_000;
    private static final int LONGEST_NAME = 100;

    private final PasskeyStore store;
    private final Challenges challenges;
    private final Ceremonies ceremonies;
    private final SecretStore secrets;
    private final HubOrigin origin;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Deeds deeds;
    private final SecondPeople second;
    private final InstantSource clock;
    private final JsonMapper json;

    Keyring(
            PasskeyStore store,
            Challenges challenges,
            Ceremonies ceremonies,
            SecretStore secrets,
            HubOrigin origin,
            Accounts accounts,
            SignIns signIns,
            Deeds deeds,
            SecondPeople second,
            InstantSource clock,
            JsonMapper json) {
        this.store = store;
        this.challenges = challenges;
        this.ceremonies = ceremonies;
        this.secrets = secrets;
        this.origin = origin;
        this.accounts = accounts;
        this.signIns = signIns;
        this.deeds = deeds;
        this.second = second;
        this.clock = clock;
        this.json = json;
    }

    /// What a browser is asked for when somebody adds a key to their account.
    public String addOptions(SignedIn who) {
        return creation(
                adding(who),
                who.account(),
                who.name(),
                of(who.account()).stream().map(Passkey::id).toList());
    }

    private static String adding(SignedIn who) {
        return "add:" + who.session().id();
    }

    /// @param purpose what the new key is for, as its challenge says
    /// @param name what the authenticator shows
    String creation(String purpose, String account, String name, List<String> known) {
        return json.writeValueAsString(
                Map.of(
                        "challenge", base64(challenges.make(purpose)),
                        "rp", Map.of("id", origin.rpId(), "name", "Parley"),
                        "user",
                                Map.of(
                                        "id", base64(handle(account)),
                                        "name", account,
                                        "displayName", name),
                        "pubKeyCredParams",
                                Ceremonies.ALGORITHMS.stream()
                                        .map(one -> Map.of("type", "public-key", "alg", one))
                                        .toList(),
                        "timeout", PATIENCE_MILLIS,
                        "attestation", "none",
                        "excludeCredentials", credentials(known),
                        "authenticatorSelection",
                                Map.of(
                                        "residentKey", "required",
                                        "requireResidentKey", true,
                                        "userVerification", "required")));
    }

    static List<Map<String, String>> credentials(List<String> ids) {
        return ids.stream().map(id -> Map.of("type", "public-key", "id", id)).toList();
    }

    private byte[] handle(String account) {
        return Hashes.hmac(secrets.get("handles"), account.getBytes(UTF_8));
    }

    /// Checks a new key. Nothing is kept yet.
    ///
    /// @throws Refused when it cannot be taken
    Ceremonies.Made check(String purpose, String response) {
        var challenge = ceremonies.challengeOfCreation(response);
        if (!challenges.isGood(challenge, purpose)) {
            throw new Refused("signin.too-late");
        }
        return ceremonies.made(response, challenge);
    }

    /// Keeps a checked key. Part of the transaction that it belongs to.
    void keep(Ceremonies.Made made, String account, String name, How how) {
        boolean first =
                challenges.use(made.challenge())
                        && store.add(
                                new PasskeyStore.Kept(
                                        made.credential(),
                                        account,
                                        handle(account),
                                        named(name),
                                        made.key(),
                                        made.signCount(),
                                        made.backupEligible(),
                                        made.backedUp(),
                                        made.transports()),
                                clock.instant(),
                                how);
        if (!first) {
            throw new Refused("signin.key-not-made");
        }
    }

    private static String named(String name) {
        var text = name.strip().replaceAll("\\p{Cntrl}", " ");
        return text.isEmpty() ? "—" : text.substring(0, Math.min(LONGEST_NAME, text.length()));
    }

    /// Adds a key to the account of who is signed in.
    ///
    /// @throws Refused when it cannot be taken
    public void add(SignedIn who, String response, String name, String address) {
        var made = check(adding(who), response);
        var account = account(who.account());
        var organisation = account.organisation().value();
        boolean second = store.isSecondOfLink(account.id(), clock.instant().minus(SOON));
        boolean waits = !second && this.second.isThere(account.id(), organisation, account.id());
        deeds.together(
                () -> {
                    keep(made, account.id(), name, waits ? How.WAITS : How.ADDED);
                    deeds.note("key-added", who, account, address, named(name));
                    if (!second) {
                        this.second.hold(
                                waits,
                                new SecondPeople.Wanted(
                                        Awaited.What.PASSKEY,
                                        id(made.credential()),
                                        account.id(),
                                        organisation,
                                        account.id(),
                                        named(name),
                                        ""),
                                address);
                    }
                });
    }

    /// The account's keys, the oldest first.
    public List<Passkey> of(String account) {
        return store.of(account);
    }

    /// The public half (X.509) of one of the account's keys, good now.
    public Optional<byte[]> publicKey(String account, String key) {
        return of(account).stream()
                .filter(one -> one.id().equals(key))
                .findFirst()
                .flatMap(one -> store.find(Base64.getUrlDecoder().decode(one.id())))
                .map(ceremonies::publicKey);
    }

    /// Whether one of the account's keys, good now, is this public key (X.509).
    public boolean holds(String account, byte[] publicKey) {
        return of(account).stream()
                .map(key -> store.find(Base64.getUrlDecoder().decode(key.id())))
                .flatMap(Optional::stream)
                .anyMatch(kept -> Arrays.equals(ceremonies.publicKey(kept), publicKey));
    }

    /// Revokes one of one's own keys: from here on it proves nothing, and sessions that it opened
    /// end.
    ///
    /// @throws Refused when it is the last
    public void revoke(SignedIn who, String key, String address) {
        var keys = of(who.account());
        var found = keys.stream().filter(one -> one.id().equals(key)).findFirst().orElse(null);
        if (found == null) {
            return;
        }
        if (keys.stream().filter(one -> !one.waits()).allMatch(one -> one.id().equals(key))) {
            throw new Refused("signin.last-key");
        }
        deeds.together(
                () -> {
                    store.revoke(
                            Base64.getUrlDecoder().decode(key), who.account(), clock.instant());
                    signIns.sessions(who.account()).stream()
                            .filter(one -> one.key().equals(key))
                            .filter(one -> !one.id().equals(who.session().id()))
                            .forEach(one -> signIns.endOne(who.account(), one.id()));
                    deeds.note("key-revoked", who, account(who.account()), address, found.name());
                });
    }

    /// All keys of an account at once. Part of the transaction that it belongs to.
    void revokeAll(String account) {
        store.revokeAll(account, clock.instant());
    }

    private Account account(String id) {
        return accounts.find(id).orElseThrow().account();
    }

    /// What pages and sessions call a key.
    static String id(byte[] credential) {
        return base64(credential);
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
