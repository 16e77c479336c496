package org.parley.hub.access;

import java.util.Optional;
import org.parley.kernel.audience.Reader;
import org.parley.kernel.id.OperationId;
import org.springframework.stereotype.Service;

/// Turns who is signed in into who is asking: the organisation with its memberships of today, and
/// the person's own part in the operation.
@Service
public class Readers {

    private final AccountStore accounts;
    private final MembershipStore memberships;

    Readers(AccountStore accounts, MembershipStore memberships) {
        this.accounts = accounts;
        this.memberships = memberships;
    }

    /// The account's part in the operation; empty for whom the operation does not exist.
    public Optional<Account.Part> part(SignedIn who, OperationId operation) {
        return accounts.parts(who.account()).stream()
                .filter(part -> part.operation().equals(operation))
                .findFirst();
    }

    /// The reader behind an account; empty for whom the operation does not exist.
    public Optional<Reader> reader(SignedIn who, OperationId operation) {
        return part(who, operation)
                .filter(part -> part.role().reads())
                .map(
                        part -> {
                            var groups = memberships.groups(operation, who.organisation());
                            boolean member = groups.remove(MembershipStore.OPERATION);
                            return new Reader(
                                    operation, who.organisation(), member, part.ceiling(), groups);
                        });
    }
}
