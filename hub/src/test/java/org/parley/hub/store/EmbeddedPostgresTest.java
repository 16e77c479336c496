package org.parley.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir Path temporary;

    @Test
    void keepsWhatWasRecordedBetweenRuns() throws Exception {
        try (var folder = DataFolder.open(temporary.resolve("data"))) {
            try (var postgres = EmbeddedPostgres.in(folder)) {
                var sql = Owner.sql(postgres.superuser("postgres"));
                sql.sql("CREATE TABLE said AS SELECT 'once' AS word").update();
                assertThat(Durability.of(sql, false).weak()).isEmpty();
            }
            try (var postgres = EmbeddedPostgres.in(folder)) {
                assertThat(
                                Owner.sql(postgres.superuser("postgres"))
                                        .sql("SELECT word FROM said")
                                        .query(String.class)
                                        .single())
                        .isEqualTo("once");
            }
        }
    }

    @Test
    void checksumsPagesAndLetsNobodyInWithoutAPassword() throws Exception {
        try (var folder = DataFolder.open(temporary.resolve("data"));
                var postgres = EmbeddedPostgres.in(folder)) {
            var access = postgres.superuser("postgres");
            assertThat(
                            Owner.sql(access)
                                    .sql("SELECT current_setting('data_checksums')")
                                    .query(String.class)
                                    .single())
                    .isEqualTo("on");
            assertThatThrownBy(
                            () ->
                                    Owner.sql(new DatabaseAccess(access.url(), "postgres", "guess"))
                                            .sql("SELECT 1")
                                            .query(Integer.class)
                                            .single())
                    .rootCause()
                    .hasMessageContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(folder.path().resolve("secrets/postgres")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void theHubsDatabaseBelongsToAnOwnerThatIsNoSuperuser() throws Exception {
        try (var folder = DataFolder.open(temporary.resolve("data"));
                var postgres = EmbeddedPostgres.in(folder);
                var store = Store.open(Owner.of(postgres, "owner"), "roles", false)) {
            assertThat(
                            store.sql()
                                    .sql(
                                            """
                                            SELECT r.rolname FROM pg_namespace n
                                              JOIN pg_roles r ON r.oid = n.nspowner
                                             WHERE n.nspname = 'journal' AND NOT r.rolsuper
                                            """)
                                    .query(String.class)
                                    .single())
                    .isEqualTo("parley_owner");
        }
    }

    @Test
    void aFolderServesOneHubAtATime() throws Exception {
        var path = temporary.resolve("data");
        try (var folder = DataFolder.open(path)) {
            assertThat(DataFolder.inUse(folder.path())).isTrue();
            assertThatThrownBy(() -> DataFolder.open(path))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Another hub is using the data folder");
        }
        assertThat(DataFolder.inUse(path)).isFalse();
    }

    @Test
    void aProcessNumberThatNowBelongsToAStrangerIsLeftAlone() throws Exception {
        try (var folder = DataFolder.open(temporary.resolve("data"))) {
            EmbeddedPostgres.in(folder).close();
            var stranger = new ProcessBuilder("sleep", "60").start();
            Files.writeString(
                    folder.path().resolve("database/cluster/postmaster.pid"),
                    stranger.pid() + "\n" + folder.path().resolve("database/cluster") + "\n");
            EmbeddedPostgres.in(folder).close();
            assertThat(stranger.isAlive()).isTrue();
            stranger.destroy();
        }
    }
}
