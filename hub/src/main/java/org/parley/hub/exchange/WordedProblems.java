package org.parley.hub.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.hub.api.Wording;
import org.springframework.stereotype.Component;

/// A report of problems on its way to a reader: the file on disk names each problem by its code,
/// the reader gets sentences. Everything else of the file passes as it is.
@Component
public class WordedProblems {

    /// The column of problems is the second of each row, and never quoted on disk.
    private static final int PROBLEMS = 1;

    private final Wording wording;

    WordedProblems(Wording wording) {
        this.wording = wording;
    }

    public void write(Locale language, Path report, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (var reader = Files.newBufferedReader(report)) {
            copy(language, reader, writer);
        }
        writer.flush();
    }

    private void copy(Locale language, Reader in, Writer out) throws IOException {
        var codes = new StringBuilder();
        boolean quoted = false;
        boolean header = true;
        int column = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            quoted ^= next == '"';
            boolean codesNow = column == PROBLEMS && !header;
            if (codesNow && !quoted && (next == ',' || next == '\n' || next == '\r')) {
                out.write(sentences(language, codes.toString()));
                codes.setLength(0);
            }
            if (!quoted && next == ',') {
                column++;
            } else if (!quoted && next == '\n') {
                column = 0;
                header = false;
            } else if (codesNow && next != '\r') {
                codes.append((char) next);
                continue;
            }
            out.write(next);
        }
    }

    private String sentences(Locale language, String codes) {
        var sentences =
                Arrays.stream(codes.split(" "))
                        .map(code -> sentence(language, code))
                        .collect(Collectors.joining(" · "));
        return '"' + sentences.replace("\"", "\"\"") + '"';
    }

    private String sentence(Locale language, String code) {
        return wording.find(language, "mend.exchange." + code, Map.of()).orElse(code);
    }

    /// The report worded in its place, for somebody who reads it as a file.
    void word(Locale language, Path report) throws IOException {
        if (!Files.exists(report)) {
            return;
        }
        var worded = report.resolveSibling(report.getFileName() + ".worded");
        try (var out = Files.newOutputStream(worded)) {
            write(language, report, out);
        }
        Files.move(worded, report, StandardCopyOption.REPLACE_EXISTING);
    }
}
