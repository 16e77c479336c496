package org.parley.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A deployer's own PostgreSQL, of the oldest version that will do, where the machine has one.
class OwnPostgresTest {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");

    @TempDir Path temporary;
    private @Nullable Process server;

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.destroy();
            server.waitFor();
        }
    }

    @Test
    void theOldestVersionThatWillDoIsMigratedAndUsed() throws Exception {
        var access = started();
        try (var store = Store.open(access, "roles", false)) {
            assertThat(
                            store.sql()
                                    .sql("SELECT count(*) FROM journal.statement")
                                    .query(Long.class)
                                    .single())
                    .isZero();
        }
    }

    @Test
    void oneThatMayLoseCommitsIsRefusedUnlessThatIsAcceptable() throws Exception {
        var access = started("fsync=off");

        var refused =
                catchThrowableOfType(CannotStart.class, () -> Store.open(access, "roles", false));
        assertThat(refused).hasMessageContaining("fsync is off");
        assertThat(refused.why()).isEqualTo(CannotStart.Why.MAY_LOSE);
        Store.open(access, "roles", true).close();
    }

    @Test
    void oneThatDoesNotAnswerIsNamed() {
        var refused =
                catchThrowableOfType(
                        CannotStart.class,
                        () ->
                                Store.open(
                                        DatabaseAccess.of(
                                                "postgresql://127.0.0.1:1/none", "parley", ""),
                                        "roles",
                                        false));

        assertThat(refused.why()).isEqualTo(CannotStart.Why.DATABASE_UNREACHABLE);
    }

    private DatabaseAccess started(String... settings) throws Exception {
        assumeTrue(
                Files.isExecutable(PROGRAMS.resolve("initdb")),
                "this machine has no PostgreSQL 15 of its own");
        var files = temporary.resolve("cluster");
        var user = AsPlainUser.owning(temporary);
        var made =
                user.command(
                                List.of(
                                        PROGRAMS.resolve("initdb").toString(),
                                        "--pgdata=" + files,
                                        "--username=parley",
                                        "--auth=trust",
                                        "--encoding=UTF8",
                                        "--locale=C"))
                        .redirectOutput(temporary.resolve("initdb.log").toFile())
                        .start();
        assertThat(made.waitFor()).isZero();
        int port = freePort();
        var command =
                new ArrayList<>(
                        List.of(PROGRAMS.resolve("postgres").toString(), "-D", files.toString()));
        for (var setting :
                List.of("port=" + port, "listen_addresses=127.0.0.1", "unix_socket_directories=")) {
            command.addAll(List.of("-c", setting));
        }
        for (var setting : settings) {
            command.addAll(List.of("-c", setting));
        }
        server =
                user.command(command)
                        .redirectOutput(temporary.resolve("server.log").toFile())
                        .start();
        awaitReady(port);
        return DatabaseAccess.of(
                "postgresql://127.0.0.1:%d/postgres".formatted(port), "parley", "");
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitReady(int port) throws Exception {
        for (int i = 0; i < 300; i++) {
            try (var _ =
                    DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port),
                            "parley",
                            "")) {
                return;
            } catch (SQLException notYet) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("PostgreSQL 15 did not start");
    }
}
