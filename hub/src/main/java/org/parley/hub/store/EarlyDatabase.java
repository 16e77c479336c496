package org.parley.hub.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the embedded database as soon as the settings are known, while the rest of the hub is put
/// together: the two keep different processors busy. Without it the store starts it when it is
/// asked for.
public final class EarlyDatabase
        implements ApplicationContextInitializer<ConfigurableApplicationContext>, AutoCloseable {

    /// A data folder that was taken, and the database that runs in it.
    private record Started(DataFolder folder, EmbeddedPostgres postgres) {}

    private @Nullable CompletableFuture<Started> starting;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings =
                Binder.get(context.getEnvironment()).bindOrCreate("parley", StoreSettings.class);
        if (settings.attach() || settings.database().isGiven()) {
            return;
        }
        var started = new CompletableFuture<Started>();
        starting = started;
        Thread.ofPlatform()
                .name("database-start")
                .start(() -> started.completeAsync(() -> start(settings), Runnable::run));
        context.getBeanFactory().registerSingleton("earlyDatabase", this);
    }

    private static Started start(StoreSettings settings) {
        var folder = DataFolder.open(settings.data());
        try {
            return new Started(folder, EmbeddedPostgres.in(folder));
        } catch (RuntimeException failed) {
            release(folder);
            throw failed;
        }
    }

    /// The folder, which is its taker's to close from now on.
    DataFolder folder() {
        return started().folder();
    }

    /// The database, which is its taker's to close from now on, before the folder.
    EmbeddedPostgres postgres() {
        var taken = started().postgres();
        starting = null;
        return taken;
    }

    private Started started() {
        try {
            return Objects.requireNonNull(starting).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof CannotStart cannot ? cannot : failed;
        }
    }

    /// Stops what nobody took, because the hub did not get so far.
    @Override
    public void close() {
        var left = starting;
        starting = null;
        if (left == null) {
            return;
        }
        try {
            left.join().postgres().close();
            release(left.join().folder());
        } catch (CompletionException neverStarted) {
            // told by whoever wanted it
        }
    }

    private static void release(DataFolder folder) {
        try {
            folder.close();
        } catch (IOException unreleased) {
            throw new UncheckedIOException(unreleased);
        }
    }
}
