package org.parley.hub.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.Duties;
import org.parley.hub.access.HeldParts;
import org.parley.hub.access.Readers;
import org.parley.hub.access.SignIns;
import org.parley.hub.access.SignedIn;
import org.parley.hub.access.Standing;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Operation;
import org.parley.hub.journal.Refusal;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.stereotype.Service;

/// What officers do for the people of their organisation, and operators for organisations that have
/// nobody yet.
@Service
public class People {

    private static final int MOST_ACTS = 200;

    private final Accounts accounts;
    private final SignIns signIns;
    private final Readers readers;
    private final HeldParts held;
    private final Journal journal;
    private final Enrolments enrolments;
    private final ActStore acts;
    private final Deeds deeds;
    private final SignInSettings settings;
    private final SecondPeople second;

    People(
            Accounts accounts,
            SignIns signIns,
            Readers readers,
            HeldParts held,
            Journal journal,
            Enrolments enrolments,
            ActStore acts,
            Deeds deeds,
            SignInSettings settings,
            SecondPeople second) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.readers = readers;
        this.held = held;
        this.journal = journal;
        this.enrolments = enrolments;
        this.acts = acts;
        this.deeds = deeds;
        this.settings = settings;
        this.second = second;
    }

    /// Whom the officer, or the operator, looks after.
    public List<Standing> lookedAfter(SignedIn who) {
        return accounts.of(who.organisation()).stream()
                .filter(one -> LookingAfter.looksAfter(who, one))
                .toList();
    }

    /// One of them; nobody else exists here.
    public Optional<Standing> find(SignedIn who, String account) {
        return accounts.find(account)
                .filter(
                        one ->
                                LookingAfter.looksAfter(who, one)
                                        || LookingAfter.mayDisable(who, one));
    }

    /// What was done to accounts of the officer's organisation, the newest first.
    public List<Act> acts(SignedIn who) {
        return who.duties().officer() || who.duties().operator()
                ? acts.of(who.organisation(), MOST_ACTS)
                : List.of();
    }

    /// The operations in which the officer may give somebody a part.
    public List<Operation> operations(SignedIn who) {
        var own = own(who);
        return journal.operations().stream()
                .filter(
                        one ->
                                who.duties().operator()
                                        || readers.isMember(one.id(), who.organisation())
                                        || own.stream()
                                                .anyMatch(
                                                        part -> part.operation().equals(one.id())))
                .toList();
    }

    /// Somebody to be let in.
    public record Invitation(
            String organisation, String post, Duties duties, Set<Account.Part> parts) {}

    /// Makes the link that lets them in.
    ///
    /// @throws Refused when it is not the officer's, or operator's, to give
    public Enrolments.Made invite(SignedIn who, Invitation invitation, String address) {
        var organisation = Enrolments.partner(invitation.organisation().strip());
        var post = Enrolments.post(invitation.post());
        refuse(
                LookingAfter.invitation(
                        who,
                        own(who),
                        organisation,
                        invitation.duties(),
                        invitation.parts(),
                        facts(organisation)));
        var account = enrolments.newId(organisation.value());
        boolean waits = second.isThere(who.account(), organisation.value(), account);
        var made = new ArrayList<Enrolments.Made>();
        deeds.together(
                () -> {
                    made.add(
                            enrolments.make(
                                    Enrolment.Purpose.INVITATION,
                                    organisation.value(),
                                    account,
                                    post,
                                    invitation.duties(),
                                    List.copyOf(invitation.parts()),
                                    who.account(),
                                    settings.invitation(),
                                    waits));
                    deeds.note(
                            "invited", who.account(), organisation.value(), account, address, post);
                    second.hold(
                            waits,
                            new SecondPeople.Wanted(
                                    Awaited.What.INVITATION,
                                    account,
                                    who.account(),
                                    organisation.value(),
                                    account,
                                    post,
                                    gives(invitation)),
                            address);
                });
        return made.getFirst();
    }

    private static String gives(Invitation invitation) {
        var duties = invitation.duties();
        return Stream.concat(
                        Stream.of(
                                        duties.officer() ? "officer" : "",
                                        duties.operator() ? "operator" : "")
                                .filter(duty -> !duty.isEmpty()),
                        invitation.parts().stream().map(SecondPeople::gives))
                .collect(Collectors.joining(", "));
    }

    /// Gives somebody another part in an operation.
    public void setPart(SignedIn who, String account, Account.Part part, String address) {
        var other = lookedAfter(who, account);
        refuse(
                other.duties().operator()
                        ? Optional.of(new Refusal("signin.operator-sees-nothing", Map.of()))
                        : LookingAfter.part(
                                part, own(who), who.organisation(), facts(who.organisation())));
        deeds.together(
                () -> {
                    accounts.setPart(account, part);
                    deeds.note(
                            "part-given",
                            who,
                            other.account(),
                            address,
                            "%s %s %s"
                                    .formatted(
                                            part.operation(),
                                            part.role().code(),
                                            part.ceiling().code()));
                });
    }

    /// Whether the officer may give such a part to somebody of their organisation.
    ///
    /// @throws Refused when it is not theirs to give
    public void checkPart(SignedIn who, Account.Part part) {
        refuse(LookingAfter.part(part, own(who), who.organisation(), facts(who.organisation())));
    }

    public void removePart(SignedIn who, String account, OperationId operation, String address) {
        act(
                who,
                lookedAfter(who, account),
                "part-taken",
                operation.value(),
                address,
                id -> accounts.removePart(id, operation));
    }

    /// Makes somebody an officer beside others, or lets them be one no longer.
    ///
    /// @throws Refused when nobody would be left
    public void setOfficer(SignedIn who, String account, boolean officer, String address) {
        var other = lookedAfter(who, account);
        if (other.duties().operator() || other.account().id().equals(who.account())) {
            throw new Refused("signin.not-yours-to-give");
        }
        act(
                who,
                other,
                officer ? "officer-made" : "officer-no-longer",
                "",
                address,
                id -> accounts.setDuties(id, new Duties(officer, false)));
    }

    /// Ends somebody's access, and all their sessions with it.
    public void disable(SignedIn who, String account, String address) {
        var other =
                accounts.find(account)
                        .filter(one -> LookingAfter.mayDisable(who, one))
                        .orElseThrow(() -> new Refused("signin.not-yours"));
        act(who, other, "disabled", "", address, accounts::disable);
    }

    public void enable(SignedIn who, String account, String address) {
        act(who, lookedAfter(who, account), "enabled", "", address, accounts::enable);
    }

    /// Ends all sessions of somebody, who may sign in again.
    public void endSessions(SignedIn who, String account, String address) {
        act(who, lookedAfter(who, account), "sessions-ended", "", address, signIns::endAll);
    }

    private void act(
            SignedIn who,
            Standing other,
            String act,
            String detail,
            String address,
            Consumer<String> deed) {
        deeds.together(
                () -> {
                    deed.accept(other.account().id());
                    deeds.note(act, who, other.account(), address, detail);
                });
    }

    private Standing lookedAfter(SignedIn who, String account) {
        return accounts.find(account)
                .filter(one -> LookingAfter.looksAfter(who, one))
                .orElseThrow(() -> new Refused("signin.not-yours"));
    }

    private Set<Account.Part> own(SignedIn who) {
        return accounts.find(who.account())
                .map(one -> Set.copyOf(one.account().parts()))
                .orElse(Set.of());
    }

    private LookingAfter.Facts facts(PartnerId organisation) {
        return new LookingAfter.Facts(
                journal.operations().stream()
                        .map(Operation::id)
                        .filter(one -> readers.isMember(one, organisation))
                        .collect(Collectors.toSet()),
                accounts.of(organisation).stream()
                        .anyMatch(one -> one.isPerson() && one.duties().officer()),
                held);
    }

    private static void refuse(Optional<Refusal> why) {
        why.ifPresent(
                refusal -> {
                    throw new Refused(refusal);
                });
    }
}
