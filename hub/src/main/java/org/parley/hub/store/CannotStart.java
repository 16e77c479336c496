package org.parley.hub.store;

import java.io.IOException;
import java.nio.file.Path;

/// Something outside the hub keeps it from starting. The message is one sentence for its operator:
/// what is wrong and what to do.
public final class CannotStart extends RuntimeException {

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    static CannotStart because(Path folder, IOException unusable) {
        var why = String.valueOf(unusable.getMessage());
        return new CannotStart(
                isFull(why)
                        ? diskFull(folder)
                        : "The data folder %s cannot be used: %s"
                                .formatted(folder, unusable.toString()),
                unusable);
    }

    static boolean isFull(String said) {
        return said.contains("No space left") || said.contains("Disk quota exceeded");
    }

    static String diskFull(Path folder) {
        return "The disk under %s is full; free some space and start again".formatted(folder);
    }
}
