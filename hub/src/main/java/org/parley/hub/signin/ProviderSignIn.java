package org.parley.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.Means;
import org.parley.hub.access.SignIns;
import org.parley.hub.access.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Signing in by the organisation's own provider: the code flow of OpenID Connect with PKCE, bound
/// to the browser that began it.
@Service
public class ProviderSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);
    private static final int SEED_BYTES = 32;

    /// How long ago somebody may have proved to the provider who they are.
    private static final int MAX_AGE_SECONDS = 300;

    private final ProviderSettings settings;
    private final ProviderLine line;
    private final ProviderStore store;
    private final Challenges challenges;
    private final Enrolments enrolments;
    private final Accounts accounts;
    private final SignIns signIns;
    private final HubOrigin origin;
    private final Deeds deeds;
    private final Tries tries;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    ProviderSignIn(
            ProviderSettings settings,
            ProviderLine line,
            ProviderStore store,
            Challenges challenges,
            Enrolments enrolments,
            Accounts accounts,
            SignIns signIns,
            HubOrigin origin,
            Deeds deeds,
            Tries tries,
            InstantSource clock) {
        this.settings = settings;
        this.line = line;
        this.store = store;
        this.challenges = challenges;
        this.enrolments = enrolments;
        this.accounts = accounts;
        this.signIns = signIns;
        this.origin = origin;
        this.deeds = deeds;
        this.tries = tries;
        this.clock = clock;
    }

    /// A way to a provider that somebody has set out on.
    ///
    /// @param seed for the browser to keep: what comes back is worth nothing without it
    public record Begun(URI provider, String seed) {}

    public List<Provider> providers() {
        return settings.providers();
    }

    public List<Provider> of(String organisation) {
        return providers().stream().filter(one -> one.organisation().equals(organisation)).toList();
    }

    /// @param invitation the token of a link to enrol, or for what else; empty to sign in
    /// @throws Refused where there is no such provider, or it does not answer
    public Begun begin(String id, String invitation) {
        var provider = provider(id);
        var bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        var seed = Keyring.base64(bytes);
        var asked = new TreeMap<String, String>();
        asked.put("response_type", "code");
        asked.put("scope", "openid");
        asked.put("client_id", provider.clientId());
        asked.put("redirect_uri", back(provider));
        asked.put("state", Keyring.base64(challenges.make(purpose(provider, seed, invitation))));
        asked.put("nonce", derived(seed, "nonce"));
        asked.put("code_challenge", Keyring.base64(Hashes.sha256(derived(seed, "pkce"))));
        asked.put("code_challenge_method", "S256");
        asked.put("max_age", Integer.toString(MAX_AGE_SECONDS));
        try {
            var there = line.known(provider).authorization().toString();
            var sign = there.contains("?") ? "&" : "?";
            return new Begun(URI.create(there + sign + ProviderLine.query(asked)), seed);
        } catch (IOException silent) {
            throw silent(provider, silent);
        }
    }

    /// What came back by the browser.
    ///
    /// @param issuer as RFC 9207 has the provider say it; empty where it does not
    /// @param seed that the browser kept
    public record Came(String code, String state, String issuer, String seed, String invitation) {

        /// The same, come back to what was begun for that purpose.
        Came during(String purpose) {
            return new Came(code, state, issuer, seed, purpose);
        }
    }

    /// @return the token of the new session
    /// @throws Refused when nobody is signed in by it
    public String finish(String id, Came came, String address) {
        tries.check(address);
        try {
            var provider = provider(id);
            var person = person(provider, came);
            return came.invitation().isEmpty()
                    ? signIn(provider, person, address)
                    : enrol(provider, person, came.invitation(), address);
        } catch (Refused refused) {
            tries.failed(address);
            throw refused;
        }
    }

    IdTokens.Person person(Provider provider, Came came) {
        var state = state(came.state());
        if (!challenges.isGood(state, purpose(provider, came.seed(), came.invitation()))
                || !came.issuer().isEmpty()
                        && !came.issuer().equals(provider.issuer().toString())) {
            throw new Refused("signin.too-late");
        }
        deeds.together(
                () -> {
                    if (!challenges.use(state)) {
                        throw new Refused("signin.too-late");
                    }
                });
        try {
            var token =
                    line.idToken(
                            provider, came.code(), back(provider), derived(came.seed(), "pkce"));
            JWKSet keys = line.keys(provider, IdTokens.keyId(token).orElse(""));
            return IdTokens.check(
                            token,
                            keys,
                            new IdTokens.Expected(
                                    provider.issuer().toString(),
                                    provider.clientId(),
                                    derived(came.seed(), "nonce"),
                                    clock.instant()))
                    .orElseThrow(() -> new Refused("signin.provider-not-believed"));
        } catch (IOException silent) {
            throw silent(provider, silent);
        }
    }

    private String signIn(Provider provider, IdTokens.Person person, String address) {
        var account =
                store.account(provider.issuer().toString(), person.subject())
                        .flatMap(accounts::find)
                        .filter(Standing::isPerson)
                        .map(Standing::account)
                        .filter(one -> one.organisation().value().equals(provider.organisation()))
                        .orElseThrow(() -> new Refused("signin.provider-unknown-person"));
        return open(provider, account, person, address);
    }

    /// Makes the account that the invitation is for, bound to this person at this provider.
    private String enrol(
            Provider provider, IdTokens.Person person, String invitation, String address) {
        var enrolment =
                enrolments
                        .find(invitation, address)
                        .filter(one -> one.purpose() == Enrolment.Purpose.INVITATION)
                        .filter(one -> one.organisation().equals(provider.organisation()))
                        .orElseThrow(() -> new Refused("signin.link-ended"));
        var account = enrolments.account(enrolment, "", "");
        deeds.together(
                () -> {
                    enrolments.begin(invitation, enrolment, account, address);
                    if (!store.bind(
                            provider.issuer().toString(),
                            person.subject(),
                            account.id(),
                            clock.instant())) {
                        throw new Refused("signin.provider-bound");
                    }
                    note("linked", provider, account, address);
                });
        return open(provider, account, person, address);
    }

    private String open(
            Provider provider, Account account, IdTokens.Person person, String address) {
        note("signed-in", provider, account, address);
        var now = clock.instant();
        return signIns.open(
                account.id(),
                Means.PROVIDER,
                address,
                "",
                person.at().filter(at -> !at.isAfter(now)).orElse(null));
    }

    private void note(String act, Provider provider, Account account, String address) {
        deeds.note(act, "", account.organisation().value(), account.id(), address, provider.id());
    }

    private Provider provider(String id) {
        return settings.find(id).orElseThrow(() -> new Refused("signin.no-such-provider"));
    }

    private static Refused silent(Provider provider, IOException why) {
        LOG.atWarn()
                .addKeyValue("provider", provider.id())
                .addKeyValue("why", why.getMessage())
                .log("A sign-in provider does not answer as it must");
        return new Refused("signin.provider-silent");
    }

    private String back(Provider provider) {
        return origin.text() + "/sign-in/provider/" + provider.id() + "/back";
    }

    private static String purpose(Provider provider, String seed, String invitation) {
        return "provider:"
                + provider.id()
                + ":"
                + Keyring.base64(Hashes.sha256(seed))
                + ":"
                + invitation;
    }

    private static String derived(String seed, String what) {
        return Keyring.base64(Hashes.hmac(seed.getBytes(UTF_8), what.getBytes(UTF_8)));
    }

    private static byte[] state(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException noState) {
            return new byte[0];
        }
    }
}
