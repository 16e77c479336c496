package org.parley.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.Means;
import org.parley.hub.access.SignIns;
import org.parley.hub.access.SignedIn;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Passkeys: signing in with one, proving again who one is, and the keys of an account.
@Service
public class Passkeys {

    /// Keys that everybody is asked to enrol, so that a lost one locks nobody out.
    public static final int ASKED_FOR = 2;

    private static final String SIGN_IN = "sign-in";
    private static final int LONGEST_NAME = 100;
    private static final long PATIENCE_MILLIS = 300_000;

    private final PasskeyStore store;
    private final Challenges challenges;
    private final Ceremonies ceremonies;
    private final SecretStore secrets;
    private final HubOrigin origin;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Deeds deeds;
    private final Tries tries;
    private final InstantSource clock;
    private final JsonMapper json;

    Passkeys(
            PasskeyStore store,
            Challenges challenges,
            Ceremonies ceremonies,
            SecretStore secrets,
            HubOrigin origin,
            Accounts accounts,
            SignIns signIns,
            Deeds deeds,
            Tries tries,
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
        this.tries = tries;
        this.clock = clock;
        this.json = json;
    }

    /// What the sign-in page asks a browser for: any key of this hub.
    public String signInOptions() {
        return request(SIGN_IN, List.of());
    }

    /// What a browser is asked for when somebody signed in is to prove again that it is they.
    public String verifyOptions(SignedIn who) {
        return request(verifying(who), of(who.account()).stream().map(Passkey::id).toList());
    }

    /// What a browser is asked for when somebody adds a key to their account.
    public String addOptions(SignedIn who) {
        return creation(
                adding(who),
                who.account(),
                who.name(),
                of(who.account()).stream().map(Passkey::id).toList());
    }

    private static String verifying(SignedIn who) {
        return "verify:" + who.session().id();
    }

    private static String adding(SignedIn who) {
        return "add:" + who.session().id();
    }

    private String request(String purpose, List<String> keys) {
        return json.writeValueAsString(
                Map.of(
                        "challenge", base64(challenges.make(purpose)),
                        "rpId", origin.rpId(),
                        "timeout", PATIENCE_MILLIS,
                        "userVerification", "required",
                        "allowCredentials", credentials(keys)));
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

    private static List<Map<String, String>> credentials(List<String> ids) {
        return ids.stream().map(id -> Map.of("type", "public-key", "id", id)).toList();
    }

    private byte[] handle(String account) {
        return Hashes.hmac(secrets.get("handles"), account.getBytes(UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
    void keep(Ceremonies.Made made, String account, String name) {
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
                                clock.instant());
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
        deeds.together(
                () -> {
                    keep(made, who.account(), name);
                    deeds.note("key-added", who, account(who.account()), address, named(name));
                });
    }

    /// Signs in whoever holds the key.
    ///
    /// @return the token of the new session
    /// @throws Refused when nobody proved anything
    public String signIn(String response, String address) {
        tries.check(address);
        try {
            var kept = prove(SIGN_IN, response, address);
            var account = account(kept.account());
            deeds.note(
                    "signed-in",
                    "",
                    account.organisation().value(),
                    account.id(),
                    address,
                    kept.name());
            return signIns.open(account.id(), Means.PASSKEY, address, kept.name(), clock.instant());
        } catch (Refused refused) {
            tries.failed(address);
            throw refused;
        }
    }

    /// Takes the proof of somebody signed in that it is still they.
    ///
    /// @throws Refused when it is not one of their keys that signed
    public void verifyAgain(SignedIn who, String response, String address) {
        tries.check(address);
        try {
            var kept = prove(verifying(who), response, address);
            if (!kept.account().equals(who.account())) {
                throw new Refused("signin.not-proved");
            }
            signIns.verified(who, clock.instant());
        } catch (Refused refused) {
            tries.failed(address, who.account());
            throw refused;
        }
    }

    private PasskeyStore.Kept prove(String purpose, String response, String address) {
        var claim = ceremonies.claim(response);
        if (!challenges.isGood(claim.challenge(), purpose)) {
            throw new Refused("signin.too-late");
        }
        var kept =
                store.find(claim.credential())
                        .filter(found -> accounts.find(found.account()).orElseThrow().isPerson())
                        .orElseThrow(() -> new Refused("signin.not-proved"));
        tries.check(address, kept.account());
        if (purpose.equals(SIGN_IN) && !claim.names(kept.handle())) {
            throw new Refused("signin.not-proved");
        }
        Ceremonies.Proof proof;
        try {
            proof = ceremonies.proof(claim, kept, claim.challenge());
        } catch (Refused refused) {
            tries.failed(address, kept.account());
            if (refused.why().code().equals("signin.key-copied")) {
                noteCopy(kept, address);
            }
            throw refused;
        }
        deeds.together(
                () -> {
                    if (!challenges.use(proof.challenge())) {
                        throw new Refused("signin.too-late");
                    }
                    if (!store.used(
                            kept.credential(),
                            proof.signCount(),
                            proof.backedUp(),
                            clock.instant())) {
                        throw new Refused("signin.not-proved");
                    }
                });
        return kept;
    }

    private void noteCopy(PasskeyStore.Kept kept, String address) {
        var account = account(kept.account());
        deeds.note(
                "key-counted-backwards",
                "",
                account.organisation().value(),
                account.id(),
                address,
                kept.name());
    }

    private Account account(String id) {
        return accounts.find(id).orElseThrow().account();
    }

    /// The account's keys, the oldest first.
    public List<Passkey> of(String account) {
        return store.of(account);
    }

    public void rename(SignedIn who, String key, String name) {
        credential(key)
                .ifPresent(
                        id -> deeds.together(() -> store.rename(id, who.account(), named(name))));
    }

    /// Revokes one of one's own keys: from here on it proves nothing, and sessions that it opened
    /// end.
    ///
    /// @throws Refused when it is the last
    public void revoke(SignedIn who, String key, String address) {
        var keys = of(who.account());
        var found = keys.stream().filter(one -> one.id().equals(key)).findFirst();
        var id = credential(key);
        if (found.isEmpty() || id.isEmpty()) {
            return;
        }
        if (keys.size() == 1) {
            throw new Refused("signin.last-key");
        }
        deeds.together(
                () -> {
                    store.revoke(id.get(), who.account(), clock.instant());
                    signIns.sessions(who.account()).stream()
                            .filter(one -> one.key().equals(found.get().name()))
                            .filter(one -> !one.id().equals(who.session().id()))
                            .forEach(one -> signIns.endOne(who.account(), one.id()));
                    deeds.note(
                            "key-revoked",
                            who,
                            account(who.account()),
                            address,
                            found.get().name());
                });
    }

    /// All keys of an account at once. Part of the transaction that it belongs to.
    void revokeAll(String account) {
        store.revokeAll(account, clock.instant());
    }

    private static Optional<byte[]> credential(String id) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(id)).filter(Passkeys::isCredential);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static boolean isCredential(byte[] bytes) {
        return bytes.length > 0 && !Arrays.equals(bytes, new byte[bytes.length]);
    }
}
