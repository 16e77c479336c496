package org.parley.hub.store;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// An open database: migrated, checked, and reached through one pool for each of the hub's roles.
/// Whoever asks outside a transaction reads; [#writer()] is for an operation's writer.
public final class Store implements AutoCloseable {

    private final Pools pools;
    private final JdbcTransactionManager manager;
    private final Map<StoreRole, RoleTransactions> transactions = new EnumMap<>(StoreRole.class);
    private final RoleTransactions signing;
    private final Durability durability;

    private Store(String url, String password, boolean scratch, boolean rowSecurity) {
        this.pools = new Pools(url, password, rowSecurity);
        this.manager = new JdbcTransactionManager(pools.routing());
        for (var role : StoreRole.values()) {
            transactions.put(role, new RoleTransactions(manager, role));
        }
        this.signing = new RoleTransactions(manager, StoreRole.SIGNER);
        signing.setPropagationBehavior(TransactionDefinition.PROPAGATION_SUPPORTS);
        for (var reads : List.of(reader(), keeping())) {
            reads.setReadOnly(true);
            reads.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        }
        try {
            this.durability = requireNonNull(writer().execute(_ -> Durability.of(sql(), scratch)));
        } catch (RuntimeException refused) {
            pools.close();
            throw refused;
        }
    }

    /// Opens the database and brings its schema up to date.
    ///
    /// @param password of the hub's own roles, which are made where they are missing
    /// @param scratch whether losing data is acceptable
    public static Store open(DatabaseAccess owner, String password, boolean scratch) {
        var asOwner = new DriverManagerDataSource(owner.url(), owner.user(), owner.password());
        try (var _ = asOwner.getConnection()) {
            Durability.checkVersion(JdbcClient.create(asOwner));
        } catch (SQLException closed) {
            throw new CannotStart(
                    CannotStart.Why.DATABASE_UNREACHABLE,
                    "The database cannot be opened as %s: %s"
                            .formatted(owner.user(), closed.getMessage()),
                    closed);
        }
        Roles.make(asOwner, owner, password);
        Migrations.run(asOwner);
        return migrated(owner, password, scratch);
    }

    /// Opens a database whose schema is known to be up to date.
    static Store migrated(DatabaseAccess owner, String password, boolean scratch) {
        Migrations.nothingOfTheirOwn(
                new DriverManagerDataSource(owner.url(), owner.user(), owner.password()));
        return new Store(owner.url(), password, scratch, true);
    }

    /// The same without row security, as the hub's own layer is to be tried alone.
    static Store unguarded(DatabaseAccess owner, String password) {
        return new Store(owner.url(), password, true, false);
    }

    public DataSource dataSource() {
        return pools.routing();
    }

    public JdbcClient sql() {
        return JdbcClient.create(pools.routing());
    }

    /// What the hub reads to run: sessions, labels, the log for proofs. Joins a transaction that is
    /// under way.
    public JdbcClient keeper() {
        return JdbcClient.create(pools.keeping());
    }

    /// Transactions in which the hub reads what it needs itself, and sees one moment throughout.
    public TransactionTemplate keeping() {
        return as(StoreRole.KEEPER);
    }

    /// The same outside any transaction that is under way: for what must not be cut to a reader in
    /// the middle of what is read for them, and does not change any more.
    public JdbcClient apart() {
        return JdbcClient.create(pools.apart());
    }

    /// Transactions that write, read committed.
    public TransactionTemplate writer() {
        return as(StoreRole.WRITER);
    }

    /// Transactions that only read and see one moment throughout.
    public TransactionTemplate reader() {
        return as(StoreRole.READER);
    }

    public TransactionTemplate eraser() {
        return as(StoreRole.ERASER);
    }

    public TransactionTemplate signer() {
        return as(StoreRole.SIGNER);
    }

    /// The signer's role without a transaction: each statement is committed by itself, in one trip.
    public TransactionTemplate signing() {
        return signing;
    }

    private TransactionTemplate as(StoreRole role) {
        return requireNonNull(transactions.get(role));
    }

    Durability durability() {
        return durability;
    }

    JdbcTransactionManager transactionManager() {
        return manager;
    }

    @Override
    public void close() {
        pools.close();
    }
}
