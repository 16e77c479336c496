package org.parley.hub.signin;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.hub.access.Account;
import org.parley.hub.access.Duties;
import org.parley.hub.access.HeldParts;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignedIn;
import org.parley.hub.access.Standing;
import org.parley.hub.journal.Refusal;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// Who may do what to whose account. An officer looks after their own organisation and gives
/// nothing that they do not have; an operator opens the hub to an organisation, and from there on
/// that organisation looks after itself.
final class LookingAfter {

    private LookingAfter() {}

    /// What is known about the organisation that a part is for.
    ///
    /// @param memberOf the operations that it is a member of
    /// @param hasOfficer whether somebody of its own can enrol its people
    record Facts(Set<OperationId> memberOf, boolean hasOfficer, HeldParts held) {}

    /// Whether the account is one that the officer, or the operator, sees and looks after.
    static boolean looksAfter(SignedIn who, Standing other) {
        boolean own = other.account().organisation().equals(who.organisation());
        return who.duties().officer() && own
                || who.duties().operator() && own && other.duties().operator();
    }

    /// Whether they may stand for somebody who lost their keys: never for themselves.
    static boolean mayStandFor(SignedIn who, Standing other) {
        return looksAfter(who, other) && !other.account().id().equals(who.account());
    }

    /// Whether they may end the account's access. Operators may for any: a stolen account does harm
    /// while its officers sleep.
    static boolean mayDisable(SignedIn who, Standing other) {
        return (looksAfter(who, other) || who.duties().operator())
                && !other.account().id().equals(who.account());
    }

    /// Why they may not let in somebody with these duties and parts.
    static Optional<Refusal> invitation(
            SignedIn who,
            Set<Account.Part> own,
            PartnerId organisation,
            Duties duties,
            Set<Account.Part> parts,
            Facts facts) {
        boolean same = organisation.equals(who.organisation());
        if (duties.officer() && duties.operator()
                || duties.operator() && !(who.duties().operator() && same)) {
            return refused("signin.not-yours-to-give");
        }
        if (duties.operator()) {
            return parts.isEmpty() ? Optional.empty() : refused("signin.operator-sees-nothing");
        }
        if (who.duties().operator()) {
            return opening(organisation, duties, parts, facts);
        }
        if (!who.duties().officer() || !same) {
            return refused("signin.not-yours");
        }
        return parts.stream()
                .map(part -> part(part, own, organisation, facts))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// An operator lets in the first officer of an organisation, and nobody after.
    private static Optional<Refusal> opening(
            PartnerId organisation, Duties duties, Set<Account.Part> parts, Facts facts) {
        if (facts.hasOfficer()) {
            return refused("signin.has-officers", Map.of("organisation", organisation.value()));
        }
        if (!duties.officer()) {
            return refused("signin.officer-first");
        }
        return parts.stream()
                .filter(part -> !facts.held().holds(part.operation(), organisation, part.role()))
                .findFirst()
                .flatMap(part -> notHeld(part.role()));
    }

    /// Why an officer may not give this part to somebody of their organisation.
    static Optional<Refusal> part(
            Account.Part part, Set<Account.Part> own, PartnerId organisation, Facts facts) {
        var mine = own.stream().filter(one -> one.operation().equals(part.operation())).findFirst();
        if (mine.isEmpty() && !facts.memberOf().contains(part.operation())) {
            return refused("signin.not-in-operation");
        }
        if (part.role() == Role.OPERATOR
                || part.role() == Role.COORDINATOR
                        && mine.filter(one -> one.role() == Role.COORDINATOR).isEmpty()
                || mine.filter(one -> one.ceiling().compareTo(part.ceiling()) < 0).isPresent()) {
            return refused("signin.not-yours-to-give");
        }
        return facts.held().holds(part.operation(), organisation, part.role())
                ? Optional.empty()
                : notHeld(part.role());
    }

    private static Optional<Refusal> notHeld(Role role) {
        return refused("access.part-not-held", Map.of("role", role.code()));
    }

    private static Optional<Refusal> refused(String code) {
        return refused(code, Map.of());
    }

    private static Optional<Refusal> refused(String code, Map<String, String> facts) {
        return Optional.of(new Refusal(code, facts));
    }
}
