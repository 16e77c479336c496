package org.parley.hub.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.core.InfrastructureProxy;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// The keeper's connections, for what the hub reads to run. Inside a transaction it stands for the
/// source that the transaction was begun on, so that both see the same.
final class Keeping extends AbstractDataSource implements InfrastructureProxy {

    private final DataSource ofTransactions;
    private final DataSource keeper;

    Keeping(DataSource ofTransactions, DataSource keeper) {
        this.ofTransactions = ofTransactions;
        this.keeper = keeper;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return keeper.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return keeper.getConnection(user, password);
    }

    @Override
    public Object getWrappedObject() {
        return ofTransactions;
    }
}
