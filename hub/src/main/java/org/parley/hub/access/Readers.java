package org.parley.hub.access;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.hub.journal.Cut;
import org.parley.kernel.audience.Backlog;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Reader;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.stereotype.Service;

/// Turns who is signed in into who is asking: the organisation with its memberships of today, and
/// the person's own part in the operation.
@Service
public class Readers {

    private final MembershipStore memberships;
    private final Known known;

    Readers(MembershipStore memberships, Known known) {
        this.memberships = memberships;
        this.known = known;
    }

    /// An account that has entered an operation: its part there, and as whom it reads.
    ///
    /// @param reader empty for those who keep the hub running and see no record
    public record Entered(Account.Part part, Optional<Reader> reader) {}

    /// The account as it stands in the operation; empty for whom the operation does not exist.
    public Optional<Entered> enter(SignedIn who, OperationId operation) {
        return known.standing(
                        operation,
                        who,
                        () -> memberships.standing(operation, who.account(), who.organisation()))
                .map(
                        standing ->
                                new Entered(
                                        standing.part(),
                                        standing.part().role().reads()
                                                ? Optional.of(reader(who, operation, standing))
                                                : Optional.empty()));
    }

    private static Reader reader(
            SignedIn who, OperationId operation, MembershipStore.Standing standing) {
        return reader(operation, who.organisation(), standing.part().ceiling(), standing.groups());
    }

    private static Reader reader(
            OperationId operation,
            PartnerId organisation,
            FieldClass ceiling,
            Map<String, Backlog> standing) {
        var groups = new TreeMap<>(standing);
        boolean member = groups.remove(MembershipStore.OPERATION) != null;
        return new Reader(operation, organisation, member, ceiling, groups.keySet(), groups);
    }

    /// The organisation itself, as somebody of it whom nothing holds back but labels.
    public Reader widest(OperationId operation, PartnerId organisation) {
        return reader(
                operation,
                organisation,
                FieldClass.EXACT,
                memberships.groups(operation, organisation));
    }

    /// What the group would grant of its backlog to an organisation that joins at the cut.
    public Backlog granted(Cut cut, String group) {
        return memberships.granted(cut, group);
    }

    /// Whether the organisation is a member of the operation now.
    public boolean isMember(OperationId operation, PartnerId organisation) {
        return memberships.isMember(operation, MembershipStore.OPERATION, organisation);
    }

    /// The account's part in the operation; empty for whom the operation does not exist.
    public Optional<Account.Part> part(SignedIn who, OperationId operation) {
        return enter(who, operation).map(Entered::part);
    }

    /// The reader behind an account; empty for whom the operation does not exist.
    public Optional<Reader> reader(SignedIn who, OperationId operation) {
        return enter(who, operation).flatMap(Entered::reader);
    }
}
