package org.parley.hub.exchange.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A workbook that came packed and was unpacked into a file of its own, which goes when it closes.
final class UnpackedWorkbook implements Lines {

    private final Path unpacked;
    private final Lines lines;

    UnpackedWorkbook(Path unpacked, Limits limits) {
        this.unpacked = unpacked;
        try {
            this.lines = new XlsxLines(unpacked, limits);
        } catch (RuntimeException e) {
            delete();
            throw e;
        }
    }

    @Override
    public @Nullable Line next() {
        return lines.next();
    }

    @Override
    public double progress() {
        return lines.progress();
    }

    @Override
    public void close() {
        try (lines) {
            // closed before its file goes
        } finally {
            delete();
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(unpacked);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
