package org.parley.kernel.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.kernel.InvalidValue;

class MemorySlotsTest {

    private static final int STEP = 61; // no divisor of anything here

    @TempDir Path folder;
    Path file;

    @BeforeEach
    void create() throws IOException {
        file = folder.resolve("memory");
        MemorySlots.create(file, "text 1");
    }

    private String read() throws IOException {
        return MemorySlots.open(file).map(MemorySlots::text).orElse("lost");
    }

    @Test
    void theLastTextIsReadAgainAndTheFileNeverGrows() throws IOException {
        assertThat(read()).isEqualTo("text 1");
        for (int i = 2; i < 20; i++) {
            MemorySlots.open(file).orElseThrow().write("text " + i);
            assertThat(read()).isEqualTo("text " + i);
            assertThat(file).hasSize(2 * MemorySlots.SLOT_BYTES);
        }
    }

    /// A disk may have written any beginning of what it was given.
    @Test
    void aWriteTornAnywhereLeavesTheTextBefore() throws IOException {
        var slots = MemorySlots.open(file).orElseThrow();
        slots.write("text 2");
        slots.write("text 3 that is much longer " + "x".repeat(4000));
        var before = Files.readAllBytes(file);
        slots.write("text 4 that is longer still " + "y".repeat(5000));
        var after = Files.readAllBytes(file);
        for (int torn = 0; torn < MemorySlots.SLOT_BYTES; torn += STEP) {
            var bytes = before.clone();
            System.arraycopy(after, 0, bytes, 0, torn); // the even slot is the first
            Files.write(file, bytes);

            boolean isWhole = Arrays.equals(bytes, after);
            assertThat(read()).as("torn at " + torn).startsWith(isWhole ? "text 4" : "text 3");
        }
    }

    @Test
    void everyBrokenByteOfASlotLeavesTheOther() throws IOException {
        MemorySlots.open(file).orElseThrow().write("text 2");
        var whole = Files.readAllBytes(file);
        int slotLength = Long.BYTES + Integer.BYTES + 32 + "text 2".length();
        for (int at = 0; at < slotLength; at++) {
            for (int slot = 0; slot < 2; slot++) {
                var bytes = whole.clone();
                bytes[slot * MemorySlots.SLOT_BYTES + at] ^= 0x10;
                Files.write(file, bytes);

                assertThat(read()).as(slot + ":" + at).isEqualTo(slot == 0 ? "text 1" : "text 2");
            }
        }
    }

    @Test
    void bothBrokenOrCutShortIsLost() throws IOException {
        MemorySlots.open(file).orElseThrow().write("text 2");
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, 100)); // the first is whole up to its text's end

        assertThat(read()).isEqualTo("lost");
        bytes[50]++;
        bytes[MemorySlots.SLOT_BYTES + 50]++;
        Files.write(file, bytes);
        assertThat(read()).isEqualTo("text 2"); // what is behind the text does not count
        bytes[46]++;
        bytes[MemorySlots.SLOT_BYTES + 46]++;
        Files.write(file, bytes);
        assertThat(read()).isEqualTo("lost");
        Files.write(file, new byte[0]);
        assertThat(read()).isEqualTo("lost");
    }

    @Test
    void aTextThatDoesNotFitIsRefusedAndTheOneBeforeStays() throws IOException {
        var slots = MemorySlots.open(file).orElseThrow();

        assertThatThrownBy(() -> slots.write("x".repeat(MemorySlots.SLOT_BYTES)))
                .isInstanceOf(InvalidValue.class);
        assertThat(slots.text()).isEqualTo("text 1");
        assertThat(read()).isEqualTo("text 1");
    }
}
