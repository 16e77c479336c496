package org.parley.hub.signin;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.Duties;
import org.parley.hub.access.Means;
import org.parley.hub.access.SignIns;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.PartnerId;
import org.springframework.stereotype.Service;

/// Links to enrol a key: the first person's, an invited person's, and that of somebody who lost
/// their keys. A link is good once and for a limited time; whoever holds it is who it was made for,
/// so it goes by a way that its maker trusts.
@Service
public class Enrolments {

    private static final int TOKEN_BYTES = 32;
    private static final int ID_BYTES = 5;
    private static final int LONGEST_ID = 50;

    private final EnrolmentStore store;
    private final Keyring keyring;
    private final RecoveryStore recovery;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Deeds deeds;
    private final Tries tries;
    private final HubOrigin origin;
    private final SignInSettings settings;
    private final ProviderStore providers;
    private final List<Belongings> belongings;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Enrolments(
            EnrolmentStore store,
            Keyring keyring,
            RecoveryStore recovery,
            Accounts accounts,
            SignIns signIns,
            Deeds deeds,
            Tries tries,
            HubOrigin origin,
            SignInSettings settings,
            ProviderStore providers,
            List<Belongings> belongings,
            InstantSource clock) {
        this.store = store;
        this.keyring = keyring;
        this.recovery = recovery;
        this.accounts = accounts;
        this.signIns = signIns;
        this.deeds = deeds;
        this.tries = tries;
        this.origin = origin;
        this.settings = settings;
        this.providers = providers;
        this.belongings = List.copyOf(belongings);
        this.clock = clock;
    }

    /// A link that was made a moment ago: shown once, kept by nobody.
    ///
    /// @param waits whether it is good for nothing until a second person stands for it
    public record Made(String address, Instant endsAt, boolean waits) {}

    /// The link of the first run; empty once the hub has had a person. Makes earlier ones useless.
    public Optional<Made> firstRun() {
        if (isSetUp()) {
            return Optional.empty();
        }
        var made = new Made[1];
        deeds.together(
                () -> {
                    store.voidSetup(clock.instant());
                    made[0] =
                            make(
                                    Enrolment.Purpose.SETUP,
                                    "",
                                    newId("operator"),
                                    "",
                                    new Duties(false, true),
                                    List.of(),
                                    "",
                                    settings.setup(),
                                    false);
                });
        return Optional.of(made[0]);
    }

    private boolean isSetUp() {
        return accounts.all().stream()
                .anyMatch(one -> !one.account().machine() && !one.account().demo());
    }

    /// An account's id: says whose it is, and nothing of who.
    public String newId(String organisation) {
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        var text = Long.toString(new BigInteger(1, bytes).longValue(), 36);
        return organisation.substring(0, Math.min(LONGEST_ID, organisation.length()))
                + "-"
                + text.toLowerCase(Locale.ROOT);
    }

    Made make(
            Enrolment.Purpose purpose,
            String organisation,
            String account,
            String name,
            Duties duties,
            List<Account.Part> parts,
            String madeBy,
            Duration lasts,
            boolean waits) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        var enrolment =
                new Enrolment(
                        purpose,
                        organisation,
                        account,
                        name,
                        duties,
                        parts,
                        madeBy,
                        now,
                        now.plus(lasts),
                        waits);
        deeds.together(() -> store.add(Hashes.sha256(token), enrolment));
        return new Made(origin.text() + "/enrol/" + token, enrolment.endsAt(), waits);
    }

    /// What a link is for, while it can be used.
    ///
    /// @throws Refused when too many links from that address were none
    public Optional<Enrolment> find(String token, String address) {
        tries.check(address);
        var found = store.find(Hashes.sha256(token), clock.instant());
        if (found.isEmpty()) {
            tries.failed(address);
        }
        return found;
    }

    /// The organisation's links that nobody has used yet.
    public List<Enrolment> open(PartnerId organisation) {
        return store.open(organisation.value(), clock.instant());
    }

    /// What a browser is asked for when the link is used.
    public String options(String token, Enrolment enrolment) {
        return keyring.creation(
                purpose(token),
                enrolment.account(),
                enrolment.name().isEmpty() ? "Parley" : enrolment.name(),
                List.of());
    }

    private static String purpose(String token) {
        return "enrol:" + token;
    }

    /// Uses a link: the account is there, with the key, and is signed in.
    ///
    /// @param organisation and `post`: asked of the first person only
    /// @return the token of the new session
    /// @throws Refused when the link or the key is no good
    public String use(
            String token,
            String response,
            String keyName,
            String organisation,
            String post,
            String address) {
        var enrolment = find(token, address).orElseThrow(() -> new Refused("signin.link-ended"));
        if (enrolment.waits()) {
            throw new Refused("signin.link-waits");
        }
        var made = keyring.check(purpose(token), response);
        var account = account(enrolment, organisation, post);
        deeds.together(
                () -> {
                    begin(token, enrolment, account, address);
                    keyring.keep(made, account.id(), keyName, Keyring.How.BY_LINK);
                    note("key-added", account, address, keyName.strip());
                });
        return signIns.open(
                account.id(),
                Means.PASSKEY,
                address,
                Keyring.id(made.credential()),
                clock.instant());
    }

    /// Uses the link up and makes the account as it says. Part of a transaction.
    void begin(String token, Enrolment enrolment, Account account, String address) {
        if (!store.use(Hashes.sha256(token), clock.instant())
                || enrolment.purpose() == Enrolment.Purpose.SETUP && isSetUp()) {
            throw new Refused("signin.link-ended");
        }
        if (enrolment.purpose() == Enrolment.Purpose.RECOVERY) {
            forgetAll(account.id());
        } else {
            accounts.enrol(account);
            accounts.setDuties(account.id(), enrolment.duties());
        }
        note(
                enrolment.purpose() == Enrolment.Purpose.RECOVERY ? "recovered" : "enrolled",
                account,
                address,
                enrolment.madeBy());
    }

    /// Whoever lost a key may have lost it to somebody: nothing from before is worth anything.
    private void forgetAll(String account) {
        keyring.revokeAll(account);
        recovery.voidCodes(account, clock.instant());
        signIns.endAll(account);
        store.voidOf(account, clock.instant());
        providers.free(account);
        belongings.forEach(one -> one.forget(account, clock.instant()));
    }

    private void note(String act, Account account, String address, String detail) {
        deeds.note(act, "", account.organisation().value(), account.id(), address, detail);
    }

    Account account(Enrolment enrolment, String organisation, String post) {
        if (enrolment.purpose() == Enrolment.Purpose.RECOVERY) {
            return accounts.find(enrolment.account())
                    .filter(one -> one.isPerson())
                    .orElseThrow(() -> new Refused("signin.link-ended"))
                    .account();
        }
        boolean first = enrolment.purpose() == Enrolment.Purpose.SETUP;
        return new Account(
                enrolment.account(),
                partner(first ? organisation.strip() : enrolment.organisation()),
                first ? post(post) : enrolment.name(),
                false,
                false,
                enrolment.parts());
    }

    static PartnerId partner(String organisation) {
        try {
            return new PartnerId(organisation);
        } catch (InvalidValue notAnId) {
            throw new Refused("signin.no-organisation");
        }
    }

    public static String post(String post) {
        var text = post.strip().replaceAll("\\p{Cntrl}", " ");
        if (text.isEmpty() || text.length() > 100) {
            throw new Refused("signin.no-post");
        }
        return text;
    }
}
