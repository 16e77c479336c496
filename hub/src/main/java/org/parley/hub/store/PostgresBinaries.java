package org.parley.hub.store;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The PostgreSQL programs that come with the hub, unpacked once.
final class PostgresBinaries {

    private PostgresBinaries() {}

    /// The folder with `bin`, `lib` and `share`: unpacked unless this version, told by the
    /// archive's size, is there already.
    static Path unpackedInto(Path folder) throws IOException {
        var archive = archive();
        var version = String.valueOf(archive.getContentLengthLong());
        var done = folder.resolve("unpacked");
        if (!Files.exists(done) || !Files.readString(done).equals(version)) {
            Files.createDirectories(folder);
            try (var packed = archive.getInputStream();
                    var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, folder);
                }
            }
            Files.writeString(done, version);
        }
        return folder;
    }

    private static URLConnection archive() throws IOException {
        var name = "postgres-%s-%s.txz".formatted(system(), processor());
        var packed = PostgresBinaries.class.getResource("/" + name);
        if (packed == null) {
            throw new CannotStart(
                    "This build has no PostgreSQL for %s; give the hub one with --database URL"
                            .formatted(name));
        }
        return packed.openConnection();
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "darwin" : "linux";
    }

    private static String processor() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
            throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("Entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(target.getParent());
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
