package org.parley.hub.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/// Writes all that was recorded into one file, as it stood at one moment, while the hub goes on.
///
/// The file: a line that names its form; a gzip stream of lines `taken …`, `note …`, and for each
/// table `table NAME (COLUMNS)`, its rows in PostgreSQL's text form and `\.`; a line `end`. Its
/// last line, outside of the stream, is the SHA-256 of everything before it.
@Component
public class Backup {

    static final String FORM = "parley-backup 1\n";
    static final String SUM = "\nsha256 ";

    private final Store store;

    Backup(Store store) {
        this.store = store;
    }

    /// @param notes lines of the caller's own, kept beside the tables
    /// @return how many rows it holds
    public long write(Path file, Instant taken, List<String> notes) {
        if (Files.exists(file)) {
            throw new BackupRefused(
                    "%s is there already; remove it or write to another file".formatted(file));
        }
        var fresh = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(
                    fresh,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            long rows = write(fresh, "taken " + taken, notes);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return rows;
        } catch (IOException unwritable) {
            throw refused(file, unwritable);
        } catch (UncheckedIOException unwritable) {
            throw refused(file, new IOException(unwritable.getMessage(), unwritable));
        } finally {
            fresh.toFile().delete();
        }
    }

    private static RuntimeException refused(Path file, IOException unwritable) {
        return CannotStart.isFull(String.valueOf(unwritable.getMessage()))
                ? new CannotStart(
                        CannotStart.Why.DISK_FULL,
                        "The disk under %s is full; the backup was not written"
                                .formatted(file.toAbsolutePath().getParent()))
                : new BackupRefused("%s cannot be written: %s".formatted(file, unwritable));
    }

    private long write(Path file, String taken, List<String> notes) throws IOException {
        var digest = sha256();
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            var summed = new DigestOutputStream(out, digest);
            summed.write(FORM.getBytes(UTF_8));
            long rows;
            try (var body = new GZIPOutputStream(unclosed(summed), 1 << 16)) {
                line(body, taken);
                for (var note : notes) {
                    line(body, "note " + note);
                }
                rows = tables(body);
                line(body, "end");
            }
            out.write((SUM + HexFormat.of().formatHex(digest.digest()) + "\n").getBytes(UTF_8));
            return rows;
        }
    }

    // The writer's role sees every row whatever protects readers; the transaction writes nothing.
    private long tables(OutputStream body) {
        var snapshot = new RoleTransactions(store.transactionManager(), StoreRole.WRITER);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        Long rows =
                snapshot.execute(
                        _ -> {
                            long count = 0;
                            for (var table : BackupTables.inOrder(store.sql())) {
                                count += table(table, body);
                            }
                            return count;
                        });
        return rows == null ? 0 : rows;
    }

    private long table(BackupTables.BackupTable table, OutputStream body) {
        var connection = DataSourceUtils.getConnection(store.dataSource());
        try {
            line(body, "table %s (%s)".formatted(table.name(), table.columns()));
            long rows =
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut(
                                    "COPY %s (%s) TO STDOUT"
                                            .formatted(table.name(), table.columns()),
                                    unclosed(body));
            line(body, "\\.");
            return rows;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, store.dataSource());
        }
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(UTF_8));
    }

    private static OutputStream unclosed(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
