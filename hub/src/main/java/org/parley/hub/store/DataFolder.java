package org.parley.hub.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// The folder in which one hub keeps what is its own: embedded database, secrets, signer. While it
/// is open no other hub can open it; nobody but the hub's user may look inside.
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final @Nullable FileChannel lock;

    private DataFolder(Path path, @Nullable FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Takes the folder, making it where there is none.
    public static DataFolder open(Path folder) {
        var path = folder.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            return new DataFolder(path, locked(path));
        } catch (IOException unusable) {
            throw CannotStart.because(path, unusable);
        }
    }

    /// The folder of a hub that runs, to be read beside it.
    static DataFolder beside(Path folder) {
        return new DataFolder(folder.toAbsolutePath().normalize(), null);
    }

    private static FileChannel locked(Path path) throws IOException {
        var file =
                FileChannel.open(
                        lockFile(path), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!taken(file)) {
            file.close();
            throw new CannotStart(
                    CannotStart.Why.FOLDER_IN_USE,
                    "Another hub is using the data folder %s%s; stop it, or choose another with --data"
                            .formatted(path, holder(path)));
        }
        file.truncate(0);
        file.write(
                ByteBuffer.wrap(
                        String.valueOf(ProcessHandle.current().pid())
                                .getBytes(StandardCharsets.US_ASCII)));
        return file;
    }

    private static String holder(Path path) throws IOException {
        var pid = Files.readString(lockFile(path)).strip();
        return pid.isEmpty() ? "" : " (process %s)".formatted(pid);
    }

    /// Whether a hub has the folder open at this moment.
    public static boolean inUse(Path folder) {
        var file = lockFile(folder.toAbsolutePath());
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !taken(channel);
        } catch (IOException unusable) {
            throw CannotStart.because(folder, unusable);
        }
    }

    private static boolean taken(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    private static Path lockFile(Path path) {
        return path.resolve("hub.lock");
    }

    public Path path() {
        return path;
    }

    Secrets secrets() {
        return new Secrets(path);
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }
}
