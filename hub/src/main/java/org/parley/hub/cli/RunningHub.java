package org.parley.hub.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.hub.store.DataFolder;
import org.parley.hub.store.StoreSettings;
import org.springframework.stereotype.Component;

/// The hub that has the data folder open, where it is not this process. It writes down where it
/// answers, so that commands given beside it reach it.
@Component
public class RunningHub {

    private static final String FILE = "address";

    private final StoreSettings settings;

    RunningHub(StoreSettings settings) {
        this.settings = settings;
    }

    /// Where it answers; empty when no other hub runs on the folder.
    public Optional<URI> address() {
        return settings.attach() ? address(settings.data()) : Optional.empty();
    }

    static boolean runsOn(Path data) {
        return Files.isDirectory(data) && DataFolder.inUse(data);
    }

    private static Optional<URI> address(Path data) {
        try {
            return Optional.of(URI.create(Files.readString(data.resolve(FILE)).strip()));
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    static void answersAt(Path data, String address) {
        try {
            Files.writeString(data.resolve(FILE), address);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
