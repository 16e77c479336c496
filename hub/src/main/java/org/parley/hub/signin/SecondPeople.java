package org.parley.hub.signin;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.SignedIn;
import org.parley.hub.access.Standing;
import org.parley.kernel.id.PartnerId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// Two people for enrolling keys. What one person asks for is good only when another stands for it:
/// an officer of the same organisation, or an operator of the hub where it has no other officer.
/// Where nobody is there who could, as on a hub with one person, one person suffices, and the log
/// of deeds says so.
@Service
public class SecondPeople {

    private final SecondPersonStore store;
    private final Accounts accounts;
    private final ObjectProvider<Keeps> keeps;
    private final Deeds deeds;
    private final SignInSettings settings;
    private final InstantSource clock;

    SecondPeople(
            SecondPersonStore store,
            Accounts accounts,
            ObjectProvider<Keeps> keeps,
            Deeds deeds,
            SignInSettings settings,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.keeps = keeps;
        this.deeds = deeds;
        this.settings = settings;
        this.clock = clock;
    }

    /// Whether somebody is there who could stand for a key that this account asks for.
    public boolean isThere(String askedBy, String organisation, String account) {
        return accounts.all().stream()
                .anyMatch(one -> mayStandFor(one, askedBy, organisation, account));
    }

    private boolean mayStandFor(Standing one, String askedBy, String organisation, String account) {
        boolean another =
                one.isPerson()
                        && !one.account().id().equals(askedBy)
                        && !one.account().id().equals(account);
        return another
                && (isOfficer(one, organisation)
                        || one.duties().operator() && !hasOfficer(askedBy, organisation, account));
    }

    private static boolean isOfficer(Standing one, String organisation) {
        return one.duties().officer() && one.account().organisation().value().equals(organisation);
    }

    private boolean hasOfficer(String askedBy, String organisation, String account) {
        return accounts.of(new PartnerId(organisation)).stream()
                .anyMatch(
                        one ->
                                one.isPerson()
                                        && isOfficer(one, organisation)
                                        && !one.account().id().equals(askedBy)
                                        && !one.account().id().equals(account));
    }

    /// A part in codes, as the log of deeds has it.
    public static String gives(Account.Part part) {
        return "%s %s %s".formatted(part.operation(), part.role().code(), part.ceiling().code());
    }

    /// How long something waits.
    public Duration patience() {
        return settings.second();
    }

    /// A key, or a link to make one, that somebody asks for.
    ///
    /// @param target what the one who keeps it knows it by
    /// @param account whose key it will be
    /// @param gives the duties and parts that it gives, in codes
    public record Wanted(
            Awaited.What what,
            String target,
            String askedBy,
            String organisation,
            String account,
            String name,
            String gives) {}

    /// Notes that it waits or, where nobody could stand for it, that one person sufficed. Part of
    /// the transaction in which it is made.
    public void hold(boolean waits, Wanted wanted, String address) {
        if (waits) {
            var now = clock.instant();
            store.add(wanted, now, now.plus(settings.second()));
        }
        deeds.note(
                waits ? "second-asked" : "second-nobody",
                wanted.askedBy(),
                wanted.organisation(),
                wanted.account(),
                address,
                wanted.what().code());
    }

    /// What waits, as far as it is theirs: what they asked for, what is of the organisation that
    /// they are an officer of, and what they could stand for.
    public List<Awaited> open(SignedIn who) {
        return store.open(clock.instant()).stream().filter(one -> sees(who, one)).toList();
    }

    private boolean sees(SignedIn who, Awaited one) {
        return one.askedBy().equals(who.account())
                || one.account().equals(who.account())
                || who.duties().officer() && one.organisation().equals(who.organisation().value())
                || mayStandFor(who, one);
    }

    /// Whether they could stand for it.
    public boolean mayStandFor(SignedIn who, Awaited one) {
        return accounts.find(who.account())
                .filter(
                        standing ->
                                mayStandFor(
                                        standing, one.askedBy(), one.organisation(), one.account()))
                .isPresent();
    }

    /// Whether they may take it back: who asked for it, and whoever could stand for it.
    public boolean mayWithdraw(SignedIn who, Awaited one) {
        return one.askedBy().equals(who.account()) || mayStandFor(who, one);
    }

    /// The same that waits for a target, where one does.
    public Optional<Awaited> of(Awaited.What what, String target) {
        return store.open(clock.instant()).stream()
                .filter(one -> one.what() == what && one.target().equals(target))
                .findFirst();
    }

    /// A second person stands for it: it is good from here on.
    ///
    /// @throws Refused when they asked for it themselves, may not, or it is over
    public void confirm(SignedIn who, UUID id, String address) {
        var one = find(who, id);
        if (one.askedBy().equals(who.account()) || one.account().equals(who.account())) {
            throw new Refused("signin.same-person");
        }
        if (!mayStandFor(who, one)) {
            throw new Refused("signin.not-yours");
        }
        deeds.together(
                () -> {
                    if (!store.confirm(id, who.account(), clock.instant())) {
                        throw new Refused("signin.second-over");
                    }
                    keeper(one).takesEffect(one.target());
                    note("second-stood-for", who, one, address);
                });
    }

    /// It is taken back and will never be good.
    ///
    /// @throws Refused when it is not theirs, or is over
    public void withdraw(SignedIn who, UUID id, String address) {
        var one = find(who, id);
        if (!mayWithdraw(who, one)) {
            throw new Refused("signin.not-yours");
        }
        deeds.together(
                () -> {
                    if (!store.withdraw(id, who.account(), clock.instant())) {
                        throw new Refused("signin.second-over");
                    }
                    keeper(one).struck(one.target());
                    note("second-withdrawn", who, one, address);
                });
    }

    private Awaited find(SignedIn who, UUID id) {
        return store.find(id, clock.instant())
                .filter(one -> sees(who, one))
                .orElseThrow(() -> new Refused("signin.second-over"));
    }

    private Keeps keeper(Awaited one) {
        return keeps.stream()
                .filter(keeper -> keeper.kept().contains(one.what()))
                .findFirst()
                .orElseThrow();
    }

    private void note(String act, SignedIn who, Awaited one, String address) {
        deeds.note(
                act,
                who.account(),
                one.organisation(),
                one.account(),
                address,
                one.what().code() + " · " + one.askedBy());
    }
}
