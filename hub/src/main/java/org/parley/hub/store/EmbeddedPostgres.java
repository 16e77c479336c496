package org.parley.hub.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The hub's own PostgreSQL in its data folder: durable settings on, on a free port of the loopback
/// address, reached with a random password only. What it holds is kept between runs. A server that
/// an earlier hub left behind when it was killed is stopped and started again.
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final String USER = "postgres";

    private final Path folder;
    private final Path cluster;
    private final Path programs;
    private final String password;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final int port;
    private @Nullable Process server;

    private EmbeddedPostgres(Path folder, List<String> options) throws IOException {
        this.folder = Files.createDirectories(folder.toAbsolutePath());
        this.lockFile =
                FileChannel.open(
                        this.folder.resolve("hub.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        this.lock = locked();
        this.cluster = this.folder.resolve("cluster");
        this.programs = PostgresBinaries.unpackedInto(this.folder.resolve("postgresql"));
        var secrets = new Secrets(this.folder);
        this.password = secrets.get("postgres");
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            initialise(secrets.file("postgres"));
        }
        stopOrphan();
        this.port = freePort();
        start(options);
    }

    /// Starts the database in `folder`, making it first where there is none.
    ///
    /// @param options more settings, each `name=value`
    public static EmbeddedPostgres in(Path folder, String... options) {
        try {
            return new EmbeddedPostgres(folder, List.of(options));
        } catch (IOException unusable) {
            throw new CannotStart(
                    "The data folder %s cannot be used: %s"
                            .formatted(folder.toAbsolutePath(), unusable.getMessage()),
                    unusable);
        }
    }

    public DatabaseAccess access() {
        return access("postgres");
    }

    public DatabaseAccess access(String database) {
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), USER, password);
    }

    private FileLock locked() throws IOException {
        try {
            var taken = lockFile.tryLock();
            if (taken != null) {
                return taken;
            }
        } catch (OverlappingFileLockException sameProcess) {
            LOG.debug("The lock is held by this process");
        }
        lockFile.close();
        throw new CannotStart(
                "Another hub is using the data folder %s; stop it, or give this one --data FOLDER"
                        .formatted(folder));
    }

    private void initialise(Path passwordFile) throws IOException {
        LOG.info("Making a database in {}", cluster);
        var command =
                AsPlainUser.command(
                        folder,
                        programs.resolve("bin/initdb").toString(),
                        "--pgdata=" + cluster,
                        "--username=" + USER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--data-checksums",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--no-instructions");
        var log = folder.resolve("initdb.log");
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (exitOf(process) != 0) {
            var said = Files.readString(log);
            throw new CannotStart(
                    said.contains("No space left")
                            ? "The disk under %s is full; free some space and start again"
                                    .formatted(folder)
                            : "The database could not be made: see " + log);
        }
    }

    /// After a kill of the hub its PostgreSQL lives on; two must never run on one cluster.
    private void stopOrphan() throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var orphan =
                ProcessHandle.of(pid)
                        .filter(
                                process ->
                                        process.info()
                                                .command()
                                                .map(program -> program.contains("postgres"))
                                                .orElse(true));
        if (orphan.isPresent()) {
            LOG.info("Stopping the database that an earlier hub left running, process {}", pid);
            orphan.get().destroy();
            try {
                orphan.get().onExit().get(20, TimeUnit.SECONDS);
            } catch (Exception stillThere) {
                orphan.get().destroyForcibly();
                orphan.get().onExit().join();
            }
        }
    }

    private void start(List<String> options) throws IOException {
        var command = new ArrayList<>(List.of(programs.resolve("bin/postgres").toString()));
        command.addAll(List.of("-D", cluster.toString()));
        for (var setting : settings(options)) {
            command.addAll(List.of("-c", setting));
        }
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (true) {
            server =
                    new ProcessBuilder(AsPlainUser.command(folder, command.toArray(String[]::new)))
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(
                                            folder.resolve("postgresql.log").toFile()))
                            .start();
            if (isReady(deadline)) {
                return;
            }
            if (System.nanoTime() > deadline) {
                close();
                throw new CannotStart(reason());
            }
        }
    }

    private List<String> settings(List<String> more) {
        var settings =
                new ArrayList<>(
                        List.of(
                                "port=" + port,
                                "listen_addresses=127.0.0.1",
                                "unix_socket_directories=",
                                "fsync=on",
                                "synchronous_commit=on",
                                "full_page_writes=on",
                                "max_connections=120",
                                "shared_buffers=128MB",
                                "max_wal_size=1GB",
                                "log_min_messages=warning",
                                "timezone=UTC"));
        settings.addAll(more);
        return settings;
    }

    /// Whether it answers; false when it ended instead, as it does while shared memory of a killed
    /// server is still there.
    private boolean isReady(long deadline) {
        var login = new Properties();
        login.setProperty("user", USER);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "2");
        var running = Objects.requireNonNull(server);
        while (running.isAlive() && System.nanoTime() < deadline) {
            try (var connection = DriverManager.getConnection(access().url(), login)) {
                return connection.isValid(2);
            } catch (SQLException notYet) {
                sleep(Duration.ofMillis(25));
            }
        }
        sleep(Duration.ofMillis(200));
        return false;
    }

    private String reason() throws IOException {
        var log = Files.readString(folder.resolve("postgresql.log"));
        return log.contains("No space left")
                ? "The disk under %s is full; free some space and start again".formatted(folder)
                : "The database did not start: see " + folder.resolve("postgresql.log");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int exitOf(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException stop) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while starting", stop);
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /// Stops the server the fast way: open transactions are rolled back, committed ones are safe.
    @Override
    public void close() throws IOException {
        if (server != null && server.isAlive()) {
            postmaster().ifPresent(ProcessHandle::destroy);
            try {
                if (!server.waitFor(10, TimeUnit.SECONDS)) {
                    server.destroyForcibly();
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
        lock.release();
        lockFile.close();
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        return Files.exists(pidFile)
                ? ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
                : Optional.empty();
    }
}
