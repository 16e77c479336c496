package org.parley.hub.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.hub.exchange.Completeness;
import org.parley.hub.exchange.Mapping;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Files that were tried and wait for their sender to confirm them. The oldest are forgotten; who
/// comes too late sends the file again.
@Component
class KeptUploads implements DisposableBean {

    /// Files at once, of all senders.
    static final int MOST = 20;

    /// @param name what its sender calls the file
    /// @param holds whether the sender said that it is a part or the whole of the register
    record Kept(Path file, String name, Mapping mapping, Completeness holds) {}

    private final Map<String, Kept> kept = new LinkedHashMap<>();

    /// Stores an upload beside the others.
    static Path store(InputStream upload) {
        try {
            var file = Files.createTempFile("parley-upload-", "");
            Files.copy(upload, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /// Keeps a file under the id of its trial.
    synchronized void keep(String trial, Kept file) {
        kept.put(trial, file);
        while (kept.size() > MOST) {
            forget(kept.keySet().iterator().next());
        }
    }

    synchronized Optional<Kept> find(String trial) {
        return Optional.ofNullable(kept.get(trial));
    }

    synchronized void forget(String trial) {
        var file = kept.remove(trial);
        if (file != null) {
            delete(file.file());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public synchronized void destroy() {
        kept.values().forEach(file -> delete(file.file()));
        kept.clear();
    }
}
