package org.parley.hub.exchange.tabular;

import org.jspecify.annotations.Nullable;

/// The rows of one table, one after the other. Closing gives back files and memory.
public interface Lines extends AutoCloseable {

    /// The next row that is not wholly blank; null after the last.
    @Nullable Line next();

    /// How much of the file has been read, from 0 to 1: for a progress bar.
    double progress();

    @Override
    void close();
}
