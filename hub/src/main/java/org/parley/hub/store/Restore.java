package org.parley.hub.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/// Brings a backup into an empty database: first the whole file is summed, then its tables are
/// filled and what the caller wants proved is proved, all in one transaction. Nothing of a file
/// that is refused stays.
@Component
public class Restore {

    private static final int SUM_BYTES = Backup.SUM.length() + 64 + 1;

    private final Store store;

    Restore(Store store) {
        this.store = store;
    }

    /// @param prove is given the file's notes once all rows are there; what it throws undoes all
    /// @throws BackupRefused when the file is no whole backup or the database is not empty
    public void run(Path file, Consumer<List<String>> prove) {
        checkSum(file);
        store.writer()
                .executeWithoutResult(
                        _ -> {
                            checkEmpty();
                            prove.accept(fill(file));
                        });
    }

    private void checkEmpty() {
        long operations =
                store.sql()
                        .sql("SELECT count(*) FROM journal.operation")
                        .query(Long.class)
                        .single();
        if (operations > 0) {
            throw new BackupRefused(
                    "The hub is not empty: it has %d operations. Restore into a new data folder or database"
                            .formatted(operations));
        }
    }

    static void checkSum(Path file) {
        try (var in = new BufferedInputStream(new FileInputStream(file.toFile()))) {
            var form = in.readNBytes(Backup.FORM.length());
            if (!Arrays.equals(form, Backup.FORM.getBytes(UTF_8))) {
                throw new BackupRefused("%s is not a backup of Parley".formatted(file));
            }
            long left = Files.size(file) - form.length - SUM_BYTES;
            var digest = Backup.sha256();
            digest.update(form);
            var block = new byte[1 << 16];
            while (left > 0) {
                int read = in.read(block, 0, (int) Math.min(block.length, left));
                if (read < 0) {
                    throw damaged(file);
                }
                digest.update(block, 0, read);
                left -= read;
            }
            var sum = Backup.SUM + HexFormat.of().formatHex(digest.digest()) + "\n";
            if (left < 0 || !Arrays.equals(in.readAllBytes(), sum.getBytes(UTF_8))) {
                throw damaged(file);
            }
        } catch (IOException unreadable) {
            throw new BackupRefused("%s cannot be read: %s".formatted(file, unreadable));
        }
    }

    private static BackupRefused damaged(Path file) {
        return new BackupRefused(
                "%s is cut short or was changed after it was written: its checksum does not fit"
                        .formatted(file));
    }

    private List<String> fill(Path file) {
        var tables =
                BackupTables.inOrder(store.sql()).stream()
                        .collect(
                                Collectors.toMap(
                                        BackupTables.BackupTable::name,
                                        BackupTables.BackupTable::columns));
        var notes = new ArrayList<String>();
        try (var raw = new FileInputStream(file.toFile())) {
            raw.skipNBytes(Backup.FORM.length());
            var body = new BufferedInputStream(new GZIPInputStream(raw, 1 << 16));
            for (var line = line(body); !line.equals("end"); line = line(body)) {
                if (line.startsWith("note ")) {
                    notes.add(line.substring(5));
                } else if (line.startsWith("table ")) {
                    table(line.substring(6), tables, body);
                }
            }
            return notes;
        } catch (EOFException | ZipException cut) {
            throw damaged(file);
        } catch (IOException unreadable) {
            throw new BackupRefused("%s cannot be read: %s".formatted(file, unreadable));
        } catch (SQLException | DataAccessException unfit) {
            throw new BackupRefused(
                    "%s holds rows that do not fit together: %s"
                            .formatted(
                                    file,
                                    String.valueOf(unfit.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("")));
        }
    }

    private void table(String name, Map<String, String> known, InputStream body)
            throws SQLException, IOException {
        var table = name.substring(0, Math.max(0, name.indexOf(' ')));
        var columns = name.substring(name.indexOf('(') + 1, name.length() - 1);
        var there = known.get(table);
        if (there == null
                || !List.of(there.split(", ")).containsAll(List.of(columns.split(", ")))) {
            throw new BackupRefused(
                    "The backup has a table %s that this version of the hub does not know; restore with the version that wrote it, or a newer one"
                            .formatted(name));
        }
        var connection = DataSourceUtils.getConnection(store.dataSource());
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY %s (%s) FROM STDIN".formatted(table, columns), new Rows(body));
        } finally {
            DataSourceUtils.releaseConnection(connection, store.dataSource());
        }
    }

    private static String line(InputStream in) throws IOException {
        return new String(bytes(in), UTF_8).stripTrailing();
    }

    private static byte[] bytes(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                return line.toByteArray();
            }
        }
        throw new EOFException();
    }

    /// The rows of one table, up to the line that ends them.
    private static final class Rows extends InputStream {

        private final InputStream body;
        private byte @Nullable [] row = new byte[0];
        private int at;

        Rows(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            var now = row;
            if (now != null && at == now.length) {
                var next = bytes(body);
                now = next.length == 3 && next[0] == '\\' && next[1] == '.' ? null : next;
                row = now;
                at = 0;
            }
            if (now == null) {
                return -1;
            }
            int given = Math.min(count, now.length - at);
            System.arraycopy(now, at, into, from, given);
            at += given;
            return given;
        }
    }
}
