package org.parley.hub.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Tells the database on whose behalf a connection reads, each time that one is taken: the token of
/// the session and the operation. What that lets them see the database works out by itself.
///
/// A connection that was last told the same is not told again: it is told outside of transactions,
/// so nothing that is rolled back takes it back, and nothing else on these connections sets it.
final class OnBehalf extends DelegatingDataSource {

    private static final String TELL =
            """
            SELECT set_config('parley.session', ?, false), set_config('parley.operation', ?, false)
            """;

    /// By the connection to the server itself, which the pool lends out again and again.
    private final Map<PGConnection, Behalf> told = Collections.synchronizedMap(new WeakHashMap<>());

    OnBehalf(DataSource readers) {
        super(readers);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        try {
            tell(connection, Behalf.now());
            return connection;
        } catch (SQLException | RuntimeException broken) {
            connection.close();
            throw broken;
        }
    }

    private void tell(Connection connection, Behalf behalf) throws SQLException {
        var server = connection.unwrap(PGConnection.class);
        if (behalf.equals(told.get(server))) {
            return;
        }
        told.remove(server); // what it knows is not certain until it has answered
        try (var statement = connection.prepareStatement(TELL)) {
            statement.setString(1, behalf.token());
            statement.setString(2, behalf.operation());
            statement.execute();
        }
        told.put(server, behalf);
    }
}
