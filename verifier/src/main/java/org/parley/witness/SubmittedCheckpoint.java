package org.parley.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.Note;

/// A request to cosign: the checkpoint, and what connects it with the one before.
///
/// @param old the size that the proof is from
/// @param path the consistency proof
record SubmittedCheckpoint(long old, List<Hash> path, Note note, Checkpoint checkpoint) {

    private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,18})");
    private static final int LONGEST_PATH = 63;

    SubmittedCheckpoint(long old, List<Hash> path, Note note) {
        this(old, path, note, Checkpoint.parse(note.text()));
    }

    /// @throws InvalidValue saying what is wrong
    static SubmittedCheckpoint parse(byte[] body) {
        var text = utf8(body);
        int gap = text.indexOf("\n\n");
        if (gap < 0) {
            throw new InvalidValue("request", "has no empty line");
        }
        var lines = Arrays.asList(text.substring(0, gap).split("\n", -1));
        var old = OLD.matcher(lines.getFirst());
        if (!old.matches()) {
            throw new InvalidValue("request", "must begin with 'old SIZE'");
        }
        if (lines.size() - 1 > LONGEST_PATH) {
            throw new InvalidValue("request", "has more than 63 lines of proof");
        }
        return new SubmittedCheckpoint(
                number(old.group(1)),
                lines.subList(1, lines.size()).stream().map(Hash::parse).toList(),
                Note.parse(text.substring(gap + 2)));
    }

    private static String utf8(byte[] body) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidValue("request", "must be UTF-8");
        }
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException tooLarge) {
            throw new InvalidValue("request", "the old size must be below 2^63");
        }
    }
}
