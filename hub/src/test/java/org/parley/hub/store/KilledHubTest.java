package org.parley.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hub in a process of its own is killed without warning; its PostgreSQL lives on.
class KilledHubTest {

    @TempDir Path temporary;

    /// The hub that is killed: commits a row, says so, and waits.
    static final class Victim {
        public static void main(String[] arguments) throws Exception {
            var postgres = EmbeddedPostgres.in(DataFolder.open(Path.of(arguments[0])));
            Owner.sql(postgres.superuser("postgres"))
                    .sql("CREATE TABLE said AS SELECT 'before the kill' AS word")
                    .update();
            System.out.println("committed");
            Thread.sleep(Duration.ofMinutes(5));
        }
    }

    @Test
    void theNextHubStopsTheOrphanAndFindsEverythingThatWasCommitted() throws Exception {
        var data = temporary.resolve("data");
        var victim = start(data);
        awaitCommit(victim);
        victim.destroyForcibly().waitFor();
        var cluster = new Cluster(data.resolve("database"));
        var orphan = cluster.server().orElseThrow();
        assertThat(orphan.isAlive()).isTrue();

        try (var folder = DataFolder.open(data);
                var postgres = EmbeddedPostgres.in(folder)) {
            assertThat(cluster.server()).isPresent().get().isNotEqualTo(orphan);
            assertThat(
                            Owner.sql(postgres.superuser("postgres"))
                                    .sql("SELECT word FROM said")
                                    .query(String.class)
                                    .single())
                    .isEqualTo("before the kill");
        }
    }

    private static Process start(Path data) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static void awaitCommit(Process victim) throws Exception {
        var said = new StringBuilder();
        try (var lines = victim.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.equals("committed")) {
                    return;
                }
            }
        }
        throw new AssertionError("The hub ended first: " + said);
    }
}
