package org.parley.hub.access;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Supplier;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Who holds which session, and how accounts stand in operations, as this node knows it: each
/// request asks both, and the database answers them once a second. Whatever changes an account, its
/// parts, its sessions or a membership says so here, so that the next request sees it.
@Component
class Known {

    record Session(SignedIn who) {}

    private record Standing(OperationId operation, String account, PartnerId organisation) {}

    private final Kept<ByteBuffer, Session> sessions = new Kept<>();
    private final Kept<Standing, MembershipStore.Standing> standings = new Kept<>();

    Optional<Session> session(byte[] token, Supplier<Optional<Session>> ask) {
        return sessions.get(ByteBuffer.wrap(token), ask);
    }

    Optional<MembershipStore.Standing> standing(
            OperationId operation, SignedIn who, Supplier<Optional<MembershipStore.Standing>> ask) {
        return standings.get(new Standing(operation, who.account(), who.organisation()), ask);
    }

    /// Something about accounts, sessions or memberships has changed. Within a transaction it
    /// counts from the commit on.
    void changed() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            forget();
                        }
                    });
        } else {
            forget();
        }
    }

    private void forget() {
        sessions.forget();
        standings.forget();
    }
}
