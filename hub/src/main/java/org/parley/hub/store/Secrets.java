package org.parley.hub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Random passwords, made once and kept in the data folder where only its owner reads them.
final class Secrets {

    private final Path folder;

    Secrets(Path data) {
        this.folder = data.resolve("secrets");
    }

    /// The secret of that name; made when it is asked for first.
    String get(String name) {
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException unwritable) {
            throw CannotStart.because(folder, unwritable);
        }
    }

    // Written whole and then moved, so that a crash in between leaves no empty password behind.
    private void make(Path file) throws IOException {
        Files.createDirectories(folder);
        var fresh =
                Files.createTempFile(
                        folder,
                        "new",
                        null,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        Files.writeString(fresh, HexFormat.of().formatHex(bytes));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
