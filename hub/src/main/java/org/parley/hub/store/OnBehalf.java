package org.parley.hub.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Tells the database on whose behalf a connection reads, each time that one is taken: the token of
/// the session and the operation. What that lets them see the database works out by itself.
final class OnBehalf extends DelegatingDataSource {

    private static final String TELL =
            """
            SELECT set_config('parley.session', ?, false), set_config('parley.operation', ?, false)
            """;

    OnBehalf(DataSource readers) {
        super(readers);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        try (var statement = connection.prepareStatement(TELL)) {
            var behalf = Behalf.now();
            statement.setString(1, behalf.token());
            statement.setString(2, behalf.operation());
            statement.execute();
            return connection;
        } catch (SQLException | RuntimeException broken) {
            connection.close();
            throw broken;
        }
    }
}
