package org.parley.kernel.signer;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.parley.kernel.durable.DurableFiles;

/// The command that starts a signer.
record SignerCommand(List<String> words) {

    /// With the Java of this process and the kernel's classes as this process has them. Inside an
    /// application's jar the kernel is a jar within a jar, which no `java` can start from, so it is
    /// copied beside the keys.
    static SignerCommand ofThisJvm(Path folder) throws IOException {
        return of(classes(folder), SignerProcess.class.getName(), folder);
    }

    static SignerCommand of(String classPath, String main, Path folder) {
        var java =
                ProcessHandle.current()
                        .info()
                        .command()
                        .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        return new SignerCommand(
                List.of(
                        java,
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        main,
                        folder.toString()));
    }

    private static String classes(Path folder) throws IOException {
        var source = SignerProcess.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            if (source.getProtocol().equals("file")) {
                return Path.of(source.toURI()).toString();
            }
            var nested = source.toString().replaceFirst("^jar:", "").replaceFirst("!/$", "");
            DurableFiles.createFolder(folder);
            var copy = folder.resolve("kernel.jar");
            try (var bytes = new URI(nested).toURL().openStream()) {
                Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return copy.toString();
        } catch (URISyntaxException odd) {
            throw new IOException("cannot find the kernel's classes at " + source, odd);
        }
    }
}
