package org.parley.hub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL cluster on disk and the programs that work on it.
final class Cluster {

    static final String SUPERUSER = "postgres";
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    private final Path folder;
    private final Path programs;
    private final AsPlainUser user;

    /// @param folder keeps the programs, the cluster and its logs
    Cluster(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.programs = PostgresBinaries.unpackedInto(folder.resolve("programs"));
        this.user = AsPlainUser.owning(folder);
    }

    Path log() {
        return folder.resolve("postgresql.log");
    }

    private Path files() {
        return folder.resolve("cluster");
    }

    /// Makes the cluster unless there is one: pages with checksums, logins by password only.
    void makeUnlessThere(String password) throws IOException {
        if (Files.exists(files().resolve("PG_VERSION"))) {
            return;
        }
        LOG.info("Making a database in {}", files());
        var passwordFile = folder.resolve("password");
        Files.writeString(passwordFile, password);
        Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-------"));
        var log = folder.resolve("initdb.log");
        int exit;
        try {
            exit = run(initialise(AsPlainUser.owning(folder), passwordFile), log);
        } finally {
            Files.delete(passwordFile);
        }
        if (exit != 0) {
            boolean full = CannotStart.isFull(Files.readString(log));
            throw new CannotStart(
                    full ? CannotStart.Why.DISK_FULL : CannotStart.Why.OTHER,
                    full
                            ? CannotStart.diskFull(folder)
                            : "The database could not be made; %s says why".formatted(log));
        }
    }

    private ProcessBuilder initialise(AsPlainUser owner, Path passwordFile) {
        return owner.command(
                List.of(
                        program("initdb"),
                        "--pgdata=" + files(),
                        "--username=" + SUPERUSER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--data-checksums",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--no-instructions"));
    }

    Process start(List<String> settings) throws IOException {
        var command = new ArrayList<>(List.of(program("postgres"), "-D", files().toString()));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return user.command(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /// The server that runs on this cluster, whoever started it. The process number in the file may
    /// meanwhile belong to a stranger: only a process that names this cluster counts.
    Optional<ProcessHandle> server() throws IOException {
        var file = files().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return ProcessHandle.of(pid)
                .filter(
                        process ->
                                process.info()
                                        .arguments()
                                        .map(List::of)
                                        .orElse(List.of())
                                        .contains(files().toString()));
    }

    /// The port of the server that runs on this cluster, as the server itself wrote it down.
    static int port(Path folder) throws IOException {
        var lines = Files.readAllLines(folder.resolve("cluster/postmaster.pid"));
        return Integer.parseInt(lines.get(3).strip());
    }

    /// Stops the server: open transactions are rolled back, committed ones are safe. One that does
    /// not listen is stopped at once and recovers from its log when it starts again.
    void stop() throws IOException {
        var server = server();
        if (server.isPresent()
                && run(stop("fast"), folder.resolve("stop.log")) != 0
                && server.get().isAlive()) {
            run(stop("immediate"), folder.resolve("stop.log"));
        }
    }

    /// Removes what a server that is gone left behind; the caller holds the data folder.
    void forgetDeadServer() throws IOException {
        if (server().isEmpty()) {
            Files.deleteIfExists(files().resolve("postmaster.pid"));
        }
    }

    private ProcessBuilder stop(String how) {
        return user.command(
                List.of(
                        program("pg_ctl"),
                        "stop",
                        "--pgdata=" + files(),
                        "--mode=" + how,
                        "--timeout=10",
                        "--wait"));
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    private static int run(ProcessBuilder command, Path log) throws IOException {
        var process = command.redirectOutput(log.toFile()).start();
        try {
            return process.waitFor(Duration.ofMinutes(2).toMillis(), TimeUnit.MILLISECONDS)
                    ? process.exitValue()
                    : -1;
        } catch (InterruptedException stop) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted", stop);
        }
    }
}
