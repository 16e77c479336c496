package org.parley.hub.machines;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.SignIns;
import org.parley.hub.access.SignedIn;
import org.parley.hub.access.Standing;
import org.parley.hub.signin.Awaited;
import org.parley.hub.signin.Deeds;
import org.parley.hub.signin.Enrolments;
import org.parley.hub.signin.HubOrigin;
import org.parley.hub.signin.People;
import org.parley.hub.signin.Refused;
import org.parley.hub.signin.SecondPeople;
import org.springframework.stereotype.Service;

/// The machines of an organisation, which its officers look after.
@Service
public class Machines {

    /// How old the machine's own word about its key may be when an officer brings it.
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final MachineKeyStore store;
    private final Accounts accounts;
    private final SignIns signIns;
    private final People people;
    private final Enrolments enrolments;
    private final Deeds deeds;
    private final SecondPeople second;
    private final HubOrigin origin;
    private final InstantSource clock;

    Machines(
            MachineKeyStore store,
            Accounts accounts,
            SignIns signIns,
            People people,
            Enrolments enrolments,
            Deeds deeds,
            SecondPeople second,
            HubOrigin origin,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.signIns = signIns;
        this.people = people;
        this.enrolments = enrolments;
        this.deeds = deeds;
        this.second = second;
        this.origin = origin;
        this.clock = clock;
    }

    /// Those of the officer's organisation; none for anybody else.
    public List<Machine> of(SignedIn who) {
        return who.duties().officer()
                ? accounts.of(who.organisation()).stream()
                        .filter(one -> one.account().machine())
                        .map(one -> new Machine(one, store.of(one.account().id())))
                        .toList()
                : List.of();
    }

    /// Makes a machine with its first key.
    ///
    /// @param name what it does, as pages show it
    /// @param keyText what the machine printed: its public key, signed by itself
    /// @return the id under which it signs in
    /// @throws Refused when it is not the officer's to give, or the key cannot be taken
    public String enrol(
            SignedIn who, String name, Account.Part part, String keyText, String address) {
        admit(who);
        people.checkPart(who, part);
        var account =
                new Account(
                        enrolments.newId(who.organisation().value()),
                        who.organisation(),
                        Enrolments.post(name),
                        true,
                        false,
                        List.of(part));
        var key = key(who, account.id(), keyText);
        deeds.together(
                () -> {
                    accounts.enrol(account);
                    deeds.note("machine-enrolled", who, account, address, account.name());
                    keep(who, account, key, Awaited.What.MACHINE, address);
                });
        return account.id();
    }

    /// Adds a key to a machine, so that it can go over from one to the next.
    ///
    /// @throws Refused when there is no such machine, or the key cannot be taken
    public void addKey(SignedIn who, String machine, String keyText, String address) {
        var account = find(who, machine);
        var key = key(who, machine, keyText);
        deeds.together(() -> keep(who, account, key, Awaited.What.MACHINE_KEY, address));
    }

    private void keep(
            SignedIn who, Account account, MachineKey key, Awaited.What what, String address) {
        if (!store.add(key)) {
            throw new Refused("machines.key-known");
        }
        deeds.note("machine-key-added", who, account, address, key.id());
        second.hold(
                key.waits(),
                new SecondPeople.Wanted(
                        what,
                        key.id(),
                        who.account(),
                        account.organisation().value(),
                        account.id(),
                        account.name(),
                        account.parts().stream()
                                .map(SecondPeople::gives)
                                .collect(Collectors.joining(", "))),
                address);
    }

    /// Revokes a key: from here on it gets no token, and those that it got are worth nothing.
    ///
    /// @throws Refused when the officer's organisation has no such machine
    public void revoke(SignedIn who, String machine, String key, String address) {
        var account = find(who, machine);
        deeds.together(
                () -> {
                    if (store.revoke(key, machine, clock.instant())) {
                        signIns.endByKey(machine, key);
                        deeds.note("machine-key-revoked", who, account, address, key);
                    }
                });
    }

    private Account find(SignedIn who, String machine) {
        admit(who);
        return accounts.find(machine)
                .map(Standing::account)
                .filter(one -> one.machine() && one.organisation().equals(who.organisation()))
                .orElseThrow(() -> new Refused("signin.not-yours"));
    }

    private static void admit(SignedIn who) {
        if (!who.duties().officer()) {
            throw new Refused("signin.not-yours");
        }
    }

    /// A key is taken from a JWT that it signed itself for this hub: whoever brings it cannot enrol
    /// what they do not hold, and no key about whose signatures verifiers disagree is taken.
    private MachineKey key(SignedIn who, String machine, String text) {
        var jwt =
                Jose.parse(text.strip(), Set.of("parley-key+jwt"))
                        .orElseThrow(() -> new Refused("machines.key-unreadable"));
        var jwk = Jose.publicKey(jwt).orElseThrow(() -> new Refused("machines.key-unreadable"));
        if (!Jose.verifies(jwt, jwk)) {
            throw new Refused("machines.key-unsigned");
        }
        var claims = Jose.claims(jwt);
        var now = clock.instant();
        var made = claims.getIssueTime();
        if (!claims.getAudience().equals(List.of(origin.text()))
                || made == null
                || made.toInstant().isBefore(now.minus(PATIENCE))
                || made.toInstant().isAfter(now.plus(DpopProofs.AHEAD))) {
            throw new Refused("machines.key-elsewhere");
        }
        return new MachineKey(
                Jose.thumbprint(jwk),
                machine,
                bare(jwk),
                Jose.algorithm(jwk),
                who.account(),
                now,
                Optional.empty(),
                second.isThere(who.account(), who.organisation().value(), machine));
    }

    /// The key and nothing that its maker wrote beside it.
    private static String bare(JWK jwk) {
        return JSONObjectUtils.toJSONString(jwk.getRequiredParams());
    }
}
