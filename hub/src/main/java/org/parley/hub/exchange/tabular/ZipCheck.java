package org.parley.hub.exchange.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Unpacks every part of a zip file once, into nothing, before anybody holds its content in memory:
/// what its directory says of sizes proves nothing.
final class ZipCheck {

    private static final int MOST_PARTS = 4_096;

    private ZipCheck() {}

    static void check(Path file, Limits limits) {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw new Unreadable("exchange.unpacks-too-much", Map.of("ratio", limits.ratio()));
            }
            if (zip.getEntry("[Content_Types].xml") == null) {
                throw new Unreadable("exchange.zip-is-no-workbook", Map.of());
            }
            long total = 0;
            var buffer = new byte[1 << 16];
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                total += unpacked(zip, entries.nextElement(), total, buffer, limits);
            }
        } catch (IOException damaged) {
            throw new Unreadable("exchange.workbook-damaged", Map.of());
        }
    }

    private static long unpacked(
            ZipFile zip, ZipEntry entry, long before, byte[] buffer, Limits limits)
            throws IOException {
        long size = 0;
        boolean heldInMemory = !entry.getName().startsWith("xl/worksheets/");
        try (var in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                Unpacked.check(size, entry.getCompressedSize(), limits);
                Unpacked.check(before + size, Long.MAX_VALUE, limits);
                if (heldInMemory && size > limits.sharedTextBytes()) {
                    throw new Unreadable(
                            "exchange.unpacks-too-large",
                            Map.of("limit", limits.sharedTextBytes() >> 20));
                }
            }
        }
        return size;
    }
}
