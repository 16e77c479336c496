package org.parley.hub.store;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/// Transactions under one of the hub's roles.
final class RoleTransactions extends TransactionTemplate {

    private static final ThreadLocal<StoreRole> CURRENT =
            ThreadLocal.withInitial(() -> StoreRole.READER);

    private final transient StoreRole role;

    RoleTransactions(PlatformTransactionManager manager, StoreRole role) {
        super(manager);
        this.role = role;
    }

    static StoreRole current() {
        return CURRENT.get();
    }

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action)
            throws TransactionException {
        var before = CURRENT.get();
        CURRENT.set(role);
        try {
            return super.execute(action);
        } finally {
            CURRENT.set(before);
        }
    }
}
