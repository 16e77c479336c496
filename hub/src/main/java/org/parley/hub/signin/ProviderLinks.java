package org.parley.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.Means;
import org.parley.hub.access.SignIns;
import org.parley.hub.access.SignedIn;
import org.springframework.stereotype.Service;

/// Lets somebody who has an account here be signed in by their organisation's provider too, and no
/// longer: once they have gone its way themselves, in the session in which they asked for it.
@Service
public class ProviderLinks {

    private static final String PURPOSE = "link";
    private static final Duration LASTS = Duration.ofMinutes(10);

    private final ProviderSignIn providers;
    private final ProviderStore store;
    private final Keyring keyring;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Seals seals;
    private final Deeds deeds;
    private final Tries tries;
    private final InstantSource clock;

    ProviderLinks(
            ProviderSignIn providers,
            ProviderStore store,
            Keyring keyring,
            Accounts accounts,
            SignIns signIns,
            Seals seals,
            Deeds deeds,
            Tries tries,
            InstantSource clock) {
        this.providers = providers;
        this.store = store;
        this.keyring = keyring;
        this.accounts = accounts;
        this.signIns = signIns;
        this.seals = seals;
        this.deeds = deeds;
        this.tries = tries;
        this.clock = clock;
    }

    /// A provider that signs the account in.
    ///
    /// @param name of the provider; its issuer where the deployer names it no more
    public record Linked(String name, Instant since) {}

    public Optional<Linked> of(String account) {
        return store.of(account).map(one -> new Linked(name(one.issuer()), one.since()));
    }

    private String name(String issuer) {
        return providers.providers().stream()
                .filter(one -> one.issuer().toString().equals(issuer))
                .findFirst()
                .map(Provider::name)
                .orElse(issuer);
    }

    /// The providers that can be linked: those of the account's own organisation, while it has
    /// none.
    public List<Provider> offered(SignedIn who) {
        return store.of(who.account()).isPresent()
                ? List.of()
                : providers.of(who.organisation().value());
    }

    /// Lets this session, and no other, set out to the provider within ten minutes. Part of what
    /// wants a fresh proof of who asks.
    ///
    /// @throws Refused when the provider cannot be linked
    public String ticket(SignedIn who, String provider) {
        if (offered(who).stream().noneMatch(one -> one.id().equals(provider))) {
            throw new Refused("signin.no-such-provider");
        }
        var until = clock.instant().plus(LASTS).getEpochSecond();
        return seals.seal(
                PURPOSE, "%s %s %d".formatted(who.session().id(), provider, until).getBytes(UTF_8));
    }

    /// @throws Refused when this session was given no such ticket, or long ago
    public ProviderSignIn.Begun begin(SignedIn who, String provider, String ticket) {
        boolean isGood =
                seals.open(PURPOSE, ticket)
                        .map(content -> new String(content, UTF_8).split(" "))
                        .filter(parts -> parts.length == 3)
                        .filter(parts -> parts[0].equals(who.session().id()))
                        .filter(parts -> parts[1].equals(provider))
                        .filter(
                                parts ->
                                        Long.parseLong(parts[2]) > clock.instant().getEpochSecond())
                        .isPresent();
        if (!isGood) {
            throw new Refused("signin.too-late");
        }
        return providers.begin(provider, purpose(who));
    }

    /// Binds whom the provider vouched for to the account that set out.
    ///
    /// @param seed that the browser kept
    /// @throws Refused when it is somebody else's already, or the account has another
    public void finish(SignedIn who, String id, ProviderSignIn.Came came, String address) {
        tries.check(address);
        try {
            var provider =
                    offered(who).stream()
                            .filter(one -> one.id().equals(id))
                            .findFirst()
                            .orElseThrow(() -> new Refused("signin.no-such-provider"));
            var person = providers.person(provider, came.during(purpose(who)));
            deeds.together(
                    () -> {
                        if (!store.bind(
                                provider.issuer().toString(),
                                person.subject(),
                                who.account(),
                                clock.instant())) {
                            throw new Refused("signin.provider-bound");
                        }
                        deeds.note("linked", who, account(who), address, provider.id());
                    });
        } catch (Refused refused) {
            tries.failed(address);
            throw refused;
        }
    }

    /// From here on the provider signs nobody in to this account, and sessions that it opened end.
    ///
    /// @throws Refused when there is no passkey, and so no other way in
    public void unlink(SignedIn who, String address) {
        if (store.of(who.account()).isEmpty()) {
            return;
        }
        if (keyring.of(who.account()).isEmpty()) {
            throw new Refused("signin.last-way");
        }
        deeds.together(
                () -> {
                    store.free(who.account());
                    signIns.sessions(who.account()).stream()
                            .filter(one -> one.means() == Means.PROVIDER)
                            .filter(one -> !one.id().equals(who.session().id()))
                            .forEach(one -> signIns.endOne(who.account(), one.id()));
                    deeds.note("unlinked", who, account(who), address, "");
                });
    }

    private Account account(SignedIn who) {
        return accounts.find(who.account()).orElseThrow().account();
    }

    /// Never that of an invitation, whose tokens have no colon.
    private static String purpose(SignedIn who) {
        return PURPOSE + ":" + who.session().id();
    }
}
