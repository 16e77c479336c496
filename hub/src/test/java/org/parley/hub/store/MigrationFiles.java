package org.parley.hub.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.zip.CRC32;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The hub's migrations as files: whether any has changed.
final class MigrationFiles {

    private MigrationFiles() {}

    static String digest() {
        try {
            var files =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:db/migration/*.sql");
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            var sum = new CRC32();
            for (Resource file : files) {
                sum.update(String.valueOf(file.getFilename()).getBytes(UTF_8));
                sum.update(file.getContentAsByteArray());
            }
            return Long.toHexString(sum.getValue());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
