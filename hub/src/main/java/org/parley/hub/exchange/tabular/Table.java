package org.parley.hub.exchange.tabular;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// A file with a table in it. What it is, is told by its first bytes, never by its name.
public final class Table {

    private static final int SAMPLE_CHARACTERS = 1 << 16;

    private final Path file;
    private final Limits limits;
    private final Form form;
    private final @Nullable Charset charset;
    private final char delimiter;

    private enum Form {
        TEXT,
        PACKED_TEXT,
        WORKBOOK,
        PACKED_WORKBOOK
    }

    private Table(Path file, Limits limits, Form form, @Nullable Charset charset, char delimiter) {
        this.file = file;
        this.limits = limits;
        this.form = form;
        this.charset = charset;
        this.delimiter = delimiter;
    }

    /// Looks at `file`, and reads a text once through to learn its encoding.
    ///
    /// @param declared the encoding, where its sender has said it
    public static Table at(Path file, Limits limits, Optional<Charset> declared) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new Unreadable("exchange.file-empty", Map.of());
            }
            if (size > limits.fileBytes()) {
                throw new Unreadable(
                        "exchange.file-too-large",
                        Map.of("limit", limits.fileBytes() >> 20, "size", size >> 20));
            }
            var form = form(file, limits);
            if (form == Form.WORKBOOK || form == Form.PACKED_WORKBOOK) {
                return new Table(file, limits, form, null, ',');
            }
            return text(file, limits, form, declared);
        } catch (ZipException | EOFException damaged) {
            throw new Unreadable("exchange.gzip-damaged", Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table text(Path file, Limits limits, Form form, Optional<Charset> declared)
            throws IOException {
        Charset charset;
        try (var in = bytes(opened(file), form, limits)) {
            charset = declared.isPresent() ? declared.get() : Encodings.of(in);
        }
        try (var in = reader(bytes(opened(file), form, limits), charset)) {
            var sample = new char[SAMPLE_CHARACTERS];
            int length = 0;
            for (int n = 0; n >= 0 && length < sample.length; ) {
                length += n;
                n = in.read(sample, length, sample.length - length);
            }
            var start = new String(sample, 0, length);
            if (start.chars().filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r').count()
                            * 50
                    > length) {
                throw new Unreadable("exchange.not-a-table", Map.of());
            }
            return new Table(file, limits, form, charset, Delimiters.of(start, limits));
        }
    }

    private static Form form(Path file, Limits limits) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var outer = in.readNBytes(8);
            if (!startsWith(outer, 0x1f, 0x8b)) {
                return isWorkbook(outer) ? Form.WORKBOOK : Form.TEXT;
            }
        }
        try (var in = bytes(opened(file), Form.PACKED_TEXT, limits)) {
            return isWorkbook(in.readNBytes(8)) ? Form.PACKED_WORKBOOK : Form.PACKED_TEXT;
        }
    }

    private static boolean isWorkbook(byte[] start) {
        if (startsWith(start, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw new Unreadable("exchange.old-workbook", Map.of());
        }
        if (startsWith(start, 0x1f, 0x8b)) {
            throw new Unreadable("exchange.packed-twice", Map.of());
        }
        return startsWith(start, 'P', 'K', 3, 4);
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static Metered opened(Path file) throws IOException {
        return new Metered(Files.newInputStream(file));
    }

    private static InputStream bytes(Metered metered, Form form, Limits limits) throws IOException {
        if (form == Form.TEXT || form == Form.WORKBOOK) {
            return metered;
        }
        return Unpacked.of(
                new GZIPInputStream(new BufferedInputStream(metered, 1 << 14)),
                metered::passed,
                limits);
    }

    /// Malformed bytes become U+FFFD, which flags the row that holds it: no row is lost to one
    /// byte.
    private static Reader reader(InputStream in, Charset charset) {
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /// The rows from the first one, header rows included. May be called again.
    public Lines lines() {
        try {
            return switch (form) {
                case WORKBOOK -> new XlsxLines(file, limits);
                case PACKED_WORKBOOK -> new UnpackedWorkbook(unpack(), limits);
                case TEXT, PACKED_TEXT -> csv();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Lines csv() throws IOException {
        double size = Files.size(file);
        var metered = opened(file);
        var in = bytes(metered, form, limits);
        return new CsvLines(
                reader(in, Objects.requireNonNull(charset)),
                delimiter,
                limits,
                () -> metered.passed() / size);
    }

    private Path unpack() throws IOException {
        var plain = Files.createTempFile("parley-", ".xlsx");
        try (var in = bytes(opened(file), form, limits);
                var out = Files.newOutputStream(plain)) {
            in.transferTo(out);
            return plain;
        } catch (IOException | RuntimeException e) {
            Files.delete(plain);
            throw e;
        }
    }

    /// What was found out about the file, for the import's report.
    public String description() {
        return charset == null ? "XLSX" : "CSV, %s, '%s'".formatted(charset.name(), delimiter);
    }
}
