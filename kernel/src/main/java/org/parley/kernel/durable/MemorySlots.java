package org.parley.kernel.durable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.proof.Sha256;

/// A text that is replaced often and must survive a power cut at any moment, in a file whose length
/// never changes. It has two slots, written in turn: a write that is torn leaves the other slot,
/// and with it the text that was there before. Since neither the file's name nor its length
/// changes, forcing its data is enough, which is one wait for the disk.
///
/// A slot is: sequence number (8 bytes, from 1), length (4 bytes), SHA-256 of number, length and
/// text (32 bytes), the text in UTF-8, and what is left of older texts. The slot with the higher
/// number among those whose hash holds is the current one. A slot whose hash does not hold was not
/// written whole, so nothing that was answered rests on it.
public final class MemorySlots {

    public static final int SLOT_BYTES = 16 * 1024;

    private static final int HASH_AT = Long.BYTES + Integer.BYTES;
    private static final int TEXT_AT = HASH_AT + 32;

    private final FileChannel file;
    private Slot current;

    private record Slot(long sequence, String text) {}

    private MemorySlots(FileChannel file, Slot current) {
        this.file = file;
        this.current = current;
    }

    /// Makes the file with a first text in it.
    public static void create(Path path, String text) throws IOException {
        var both = ByteBuffer.allocate(2 * SLOT_BYTES);
        both.put(place(1), bytes(new Slot(1, text)), 0, SLOT_BYTES);
        DurableFiles.write(path, both.array());
    }

    /// @return empty when neither slot holds a whole text
    public static Optional<MemorySlots> open(Path path) throws IOException {
        var file = FileChannel.open(path, READ, WRITE);
        var found = slotAt(file, 0);
        var other = slotAt(file, 1);
        if (found.isEmpty() || other.isPresent() && isNewer(other.get(), found.get())) {
            found = other;
        }
        if (found.isEmpty()) {
            file.close();
        }
        return found.map(slot -> new MemorySlots(file, slot));
    }

    private static boolean isNewer(Slot one, Slot other) {
        return one.sequence > other.sequence;
    }

    public String text() {
        return current.text;
    }

    /// Returns once the text is on the disk. After a failure the text before it still counts, and
    /// the next write goes to the same slot again.
    public void write(String text) throws IOException {
        var next = new Slot(current.sequence + 1, text);
        var bytes = ByteBuffer.wrap(bytes(next));
        long place = place(next.sequence);
        while (bytes.hasRemaining()) {
            file.write(bytes, place + bytes.position());
        }
        file.force(false);
        current = next;
    }

    private static int place(long sequence) {
        return (int) (sequence % 2) * SLOT_BYTES;
    }

    private static byte[] bytes(Slot slot) {
        var text = slot.text.getBytes(UTF_8);
        if (text.length > SLOT_BYTES - TEXT_AT) {
            throw new InvalidValue("memory", "does not fit: %d bytes".formatted(text.length));
        }
        var bytes = ByteBuffer.allocate(SLOT_BYTES);
        bytes.putLong(slot.sequence).putInt(text.length);
        bytes.put(TEXT_AT, text).put(HASH_AT, hash(bytes.array(), text.length));
        return bytes.array();
    }

    private static byte[] hash(byte[] slot, int length) {
        var digest = Sha256.digest();
        digest.update(slot, 0, HASH_AT);
        digest.update(slot, TEXT_AT, length);
        return digest.digest();
    }

    private static Optional<Slot> slotAt(FileChannel file, int number) throws IOException {
        var bytes = ByteBuffer.allocate(SLOT_BYTES);
        try {
            readWhole(file, (long) number * SLOT_BYTES, bytes);
        } catch (EOFException cutShort) {
            return Optional.empty();
        }
        long sequence = bytes.getLong(0);
        int length = bytes.getInt(Long.BYTES);
        boolean isWhole =
                sequence > 0
                        && sequence % 2 == number
                        && length >= 0
                        && length <= SLOT_BYTES - TEXT_AT
                        && Arrays.equals(
                                hash(bytes.array(), length),
                                Arrays.copyOfRange(bytes.array(), HASH_AT, TEXT_AT));
        return isWhole
                ? Optional.of(new Slot(sequence, new String(bytes.array(), TEXT_AT, length, UTF_8)))
                : Optional.empty();
    }

    private static void readWhole(FileChannel file, long from, ByteBuffer bytes)
            throws IOException {
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
    }
}
