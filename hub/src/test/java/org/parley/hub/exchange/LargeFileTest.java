package org.parley.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.hub.exchange.tabular.Limits;
import org.parley.hub.exchange.tabular.Table;

/// A file of more than 100 MB is read, judged and compared in a JVM that has 96 MB of heap.
class LargeFileTest {

    private static final int ROWS = 600_000;

    @TempDir Path folder;

    @Test
    void aHundredMegabytesPassThroughASmallHeap() throws IOException, InterruptedException {
        var file = folder.resolve("large.csv");
        write(file);
        assertThat(Files.size(file)).isGreaterThan(100L << 20);

        var output = folder.resolve("output");
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx96m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LargeFileTest.class.getName(),
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();

        assertThat(Files.readString(output)).contains("rows " + ROWS);
        assertThat(process.exitValue()).isZero();
    }

    private static void write(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("ID,Received Date,Description of Cargo,Quantity,Units,Crossing,Notes\n");
            var notes = "a note that makes the row as long as real rows are, معبر ".repeat(2);
            for (int i = 0; i < ROWS; i++) {
                out.write(
                        i
                                + ",2031-05-0"
                                + (1 + i % 9)
                                + ",Flour number "
                                + i
                                + ",20,Pallets,North,");
                out.write(notes + i + "\n");
            }
        }
    }

    /// Reads the file that it is given as an import does before anything is stored.
    public static void main(String[] arguments) {
        var fingerprints = new Fingerprints();
        long rows = 0;
        for (int reading = 0; reading < 2; reading++) {
            rows = 0;
            var table = Table.at(Path.of(arguments[0]), Limits.usual(), Optional.empty());
            fingerprints.forgetSeen();
            try (var opened =
                    new Opened(table, Mappings.find("unrwa-trucks").orElseThrow(), fingerprints)) {
                for (var row = opened.next(); row != null; row = opened.next()) {
                    var observed = ((ReadRow.Taken) row).row();
                    fingerprints.see(observed.key(), observed.hash());
                    rows++;
                }
            }
        }
        System.out.println("rows " + rows);
    }
}
