package org.parley.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Real input that may not ship with the product: a folder `shared` beside the checkout or above
/// it. Tests that need it are skipped, and say so, where it is absent.
public final class SharedFiles {

    private SharedFiles() {}

    public static Path file(String path) {
        var found = find(path);
        Assumptions.assumeTrue(
                found.isPresent(), () -> "no shared/" + path + " beside the checkout");
        return found.orElseThrow();
    }

    private static Optional<Path> find(String path) {
        for (var folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            var file = folder.resolve("shared").resolve(path);
            if (Files.exists(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
