package org.parley.hub.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The hub's own PostgreSQL in its data folder: durable settings on, on a free port of the loopback
/// address, reached with a random password only. What it holds is kept between runs. A server that
/// an earlier hub left behind when it was killed is stopped and started again.
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String WRONG_PASSWORD = "28P01";

    /// How one attempt to start ended.
    private enum Attempt {
        READY,
        ENDED,
        TOO_SLOW
    }

    private final Cluster cluster;
    private final Path folder;
    private final String password;
    private int port;

    private EmbeddedPostgres(DataFolder data, List<String> options) throws IOException {
        this.folder = data.path();
        this.cluster = new Cluster(folder.resolve("database"));
        this.password = data.secrets().get("postgres");
        cluster.makeUnlessThere(password);
        if (cluster.server().isPresent()) {
            LOG.info("Stopping the database that an earlier hub left running");
            cluster.stop();
        }
        cluster.forgetDeadServer();
        start(options);
    }

    /// Starts the database in the folder, making it first where there is none. Close it before the
    /// folder.
    ///
    /// @param options more settings, each `name=value`
    public static EmbeddedPostgres in(DataFolder folder, String... options) {
        try {
            return new EmbeddedPostgres(folder, List.of(options));
        } catch (IOException unusable) {
            throw CannotStart.because(folder.path(), unusable);
        }
    }

    /// The way in as superuser, which the hub uses to make its owner and nothing else.
    DatabaseAccess superuser(String database) {
        return new DatabaseAccess(url(database), Cluster.SUPERUSER, password);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    // Shared memory of a killed server goes when its last process has gone, and another program may
    // take the free port first: both pass.
    private void start(List<String> options) throws IOException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (true) {
            long logged = Files.exists(cluster.log()) ? Files.size(cluster.log()) : 0;
            port = freePort();
            var server = cluster.start(PostgresSettings.with(port, options));
            switch (attempt(server, deadline)) {
                case READY -> {
                    return;
                }
                case TOO_SLOW -> {
                    server.destroy();
                    throw new CannotStart(sentence(""));
                }
                case ENDED -> {
                    var said = said(logged);
                    if (!passes(said) || System.nanoTime() > deadline) {
                        throw new CannotStart(
                                CannotStart.isFull(said)
                                        ? CannotStart.Why.DISK_FULL
                                        : CannotStart.Why.OTHER,
                                sentence(said));
                    }
                    pause(Duration.ofMillis(200));
                }
            }
        }
    }

    private static boolean passes(String said) {
        return said.contains("pre-existing shared memory block")
                || said.contains("could not bind")
                || said.contains("could not create any TCP/IP sockets");
    }

    private Attempt attempt(Process server, long deadline) {
        var login = new Properties();
        login.setProperty("user", Cluster.SUPERUSER);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "2");
        while (System.nanoTime() < deadline) {
            if (!server.isAlive()) {
                return Attempt.ENDED;
            }
            try (var connection = DriverManager.getConnection(url("postgres"), login)) {
                return connection.isValid(2) ? Attempt.READY : Attempt.TOO_SLOW;
            } catch (SQLException notYet) {
                if (WRONG_PASSWORD.equals(notYet.getSQLState())) {
                    server.destroy();
                    throw new CannotStart(
                            "The password in %s does not open the database; bring the file back from a copy"
                                    .formatted(folder.resolve("secrets/postgres")));
                }
                pause(PAUSE);
            }
        }
        return Attempt.TOO_SLOW;
    }

    private String said(long from) throws IOException {
        try (var log = Files.newInputStream(cluster.log())) {
            log.skipNBytes(from);
            return new String(log.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String sentence(String said) {
        return CannotStart.isFull(said)
                ? CannotStart.diskFull(folder)
                : "The database did not start; %s says why".formatted(cluster.log());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while the database was starting", stop);
        }
    }

    /// Stops the server: open transactions are rolled back, committed ones are safe.
    @Override
    public void close() {
        try {
            cluster.stop();
        } catch (IOException leftBehind) {
            throw new UncheckedIOException(leftBehind);
        }
    }
}
