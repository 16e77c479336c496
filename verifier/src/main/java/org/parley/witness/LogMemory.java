package org.parley.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.durable.MemorySlots;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.Rfc6962;

/// The last checkpoint that was cosigned for one log, kept twice: what one copy loses the other
/// still has. A copy that does not open, or two that contradict each other, are damage, and a
/// damaged memory cosigns nothing.
final class LogMemory {

    private static final String NOTHING = "nothing\n";

    private final MemorySlots first;
    private final MemorySlots second;
    private @Nullable Note last;

    private LogMemory(MemorySlots first, MemorySlots second) {
        this.first = first;
        this.second = second;
    }

    /// Opens the memory of a log that was not known before: usually an empty one, made here.
    ///
    /// @throws InvalidValue when it is damaged
    static LogMemory openOrCreate(Path folder) throws IOException {
        var one = folder.resolve("memory");
        var two = folder.resolve("memory.copy");
        if (!Files.exists(one)) {
            MemorySlots.create(one, NOTHING);
        }
        if (!Files.exists(two) && copy(one).text().equals(NOTHING)) {
            MemorySlots.create(two, NOTHING);
        }
        return open(folder);
    }

    static LogMemory open(Path folder) throws IOException {
        var memory =
                new LogMemory(copy(folder.resolve("memory")), copy(folder.resolve("memory.copy")));
        var one = read(memory.first.text());
        var two = read(memory.second.text());
        if (size(one) == size(two) && !root(one).equals(root(two))) {
            throw new InvalidValue("memory", "its two copies contradict each other");
        }
        memory.last = size(two) > size(one) ? two : one;
        return memory;
    }

    private static MemorySlots copy(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new InvalidValue("memory", file.getFileName() + " is missing");
        }
        return MemorySlots.open(file)
                .orElseThrow(() -> new InvalidValue("memory", file.getFileName() + " is damaged"));
    }

    private static @Nullable Note read(String text) {
        return text.equals(NOTHING) ? null : Note.parse(text);
    }

    private static long size(@Nullable Note note) {
        return note == null ? 0 : Checkpoint.parse(note.text()).size();
    }

    private static Hash root(@Nullable Note note) {
        return note == null ? Rfc6962.EMPTY_ROOT : Checkpoint.parse(note.text()).root();
    }

    /// With the log's signatures and the witness's own; empty when nothing was cosigned yet.
    Optional<Note> last() {
        return Optional.ofNullable(last);
    }

    long size() {
        return size(last);
    }

    Hash root() {
        return root(last);
    }

    /// Returns once both copies are on the disk.
    void remember(Note next) throws IOException {
        first.write(next.format());
        second.write(next.format());
        last = next;
    }
}
