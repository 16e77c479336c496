package org.parley.kernel.proof;

import java.util.List;
import org.parley.kernel.InvalidValue;

/// The head of a log at one moment (C2SP tlog-checkpoint), without its signatures.
///
/// @param origin the log's name, for example `hub.example.org/gaza-2025`
/// @param size how many leaves
/// @param extensions further lines; not covered by ML-DSA signatures, so Parley writes none
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || origin.chars().anyMatch(c -> c < 0x20)) {
            throw new InvalidValue("origin", "must be one line that is not empty");
        }
        if (size < 0) {
            throw new InvalidValue("size", "must not be negative, was " + size);
        }
        if (extensions.stream().anyMatch(l -> l.isEmpty() || l.chars().anyMatch(c -> c < 0x20))) {
            throw new InvalidValue("checkpoint", "extension lines must not be empty");
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /// Reads a note's text.
    public static Checkpoint parse(String body) {
        if (!body.endsWith("\n")) {
            throw new InvalidValue("checkpoint", "must end with a newline");
        }
        var lines = body.substring(0, body.length() - 1).split("\n", -1);
        if (lines.length < 3) {
            throw new InvalidValue("checkpoint", "must have origin, size and root");
        }
        return new Checkpoint(
                lines[0],
                Strict.decimal("size", lines[1]),
                Hash.parse(lines[2]),
                List.of(lines).subList(3, lines.length));
    }

    /// The text that is signed.
    public String body() {
        var body = new StringBuilder();
        body.append(origin).append('\n').append(size).append('\n').append(root.base64());
        extensions.forEach(line -> body.append('\n').append(line));
        return body.append('\n').toString();
    }
}
