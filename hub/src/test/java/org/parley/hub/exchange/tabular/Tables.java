package org.parley.hub.exchange.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// Small tables for tests, and reading them whole.
final class Tables {

    private Tables() {}

    static List<List<String>> cells(Path file) {
        return lines(file).stream().map(Line::cells).toList();
    }

    static List<Line> lines(Path file) {
        var all = new ArrayList<Line>();
        try (var lines = Table.at(file, Limits.usual(), Optional.empty()).lines()) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                all.add(line);
            }
        }
        return all;
    }

    static Path text(Path folder, String text, Charset charset) {
        return bytes(folder, text.getBytes(charset));
    }

    static Path bytes(Path folder, byte[] content) {
        try {
            return Files.write(Files.createTempFile(folder, "table", ""), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path packed(Path file) throws IOException {
        var packed = file.resolveSibling(file.getFileName() + ".packed");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(file, out);
        }
        return packed;
    }
}
