package org.parley.hub.signin;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.Means;
import org.parley.hub.access.SignIns;
import org.parley.hub.access.SignedIn;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Signing in with a passkey, and proving with one again who one is.
@Service
public class Passkeys {

    private static final String SIGN_IN = "sign-in";

    private final PasskeyStore store;
    private final Keyring keyring;
    private final Challenges challenges;
    private final Ceremonies ceremonies;
    private final HubOrigin origin;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Deeds deeds;
    private final Tries tries;
    private final InstantSource clock;
    private final JsonMapper json;

    Passkeys(
            PasskeyStore store,
            Keyring keyring,
            Challenges challenges,
            Ceremonies ceremonies,
            HubOrigin origin,
            Accounts accounts,
            SignIns signIns,
            Deeds deeds,
            Tries tries,
            InstantSource clock,
            JsonMapper json) {
        this.store = store;
        this.keyring = keyring;
        this.challenges = challenges;
        this.ceremonies = ceremonies;
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
        return ask(SIGN_IN, List.of());
    }

    /// What a browser is asked for when somebody signed in is to prove again that it is they.
    public String verifyOptions(SignedIn who) {
        return ask(verifying(who), keyring.of(who.account()).stream().map(Passkey::id).toList());
    }

    /// What a browser is asked for when somebody signed in is to sign the hash of what they said.
    ///
    /// @param hash base64url; the challenge itself, so that the signature is one over it
    public String signOptions(SignedIn who, String hash) {
        return request(hash, keyring.of(who.account()).stream().map(Passkey::id).toList());
    }

    /// The same, with that key and no other.
    public String signOptions(String key, String hash) {
        return request(hash, List.of(key));
    }

    /// What a key signed, base64url, as it is kept for others to check.
    public record Signed(
            String publicKey, String authenticatorData, String clientData, String signature) {}

    /// Takes a signature apart that one of the account's own keys made. What it is over, and
    /// whether it holds, is checked by whoever takes it in.
    ///
    /// @throws Refused when it is of no key of theirs
    public Signed signed(SignedIn who, String response) {
        return signed(who.account(), response);
    }

    /// The same for an account.
    public Signed signed(String account, String response) {
        var claim = ceremonies.claim(response);
        var kept =
                store.find(claim.credential())
                        .filter(found -> found.account().equals(account))
                        .orElseThrow(() -> new Refused("signin.not-proved"));
        return new Signed(
                Keyring.base64(ceremonies.publicKey(kept)),
                Keyring.base64(claim.authenticatorData()),
                Keyring.base64(claim.clientData()),
                Keyring.base64(claim.signature()));
    }

    private static String verifying(SignedIn who) {
        return "verify:" + who.session().id();
    }

    private String ask(String purpose, List<String> keys) {
        return request(Keyring.base64(challenges.make(purpose)), keys);
    }

    private String request(String challenge, List<String> keys) {
        return json.writeValueAsString(
                Map.of(
                        "challenge",
                        challenge,
                        "rpId",
                        origin.rpId(),
                        "timeout",
                        Keyring.PATIENCE_MILLIS,
                        "userVerification",
                        "required",
                        "allowCredentials",
                        Keyring.credentials(keys)));
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
            return signIns.open(
                    account.id(),
                    Means.PASSKEY,
                    address,
                    Keyring.id(kept.credential()),
                    clock.instant());
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
}
