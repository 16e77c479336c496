package org.parley.hub.store;

import java.io.IOException;
import java.nio.file.Path;

/// Something outside the hub keeps it from starting. The message is one sentence for its operator:
/// what is wrong and what to do.
public final class CannotStart extends RuntimeException {

    /// What kind of thing keeps it, for programs that start the hub.
    public enum Why {
        FOLDER_IN_USE,
        DISK_FULL,
        DATABASE_UNREACHABLE,
        DATABASE_UNFIT,
        MAY_LOSE,
        OTHER
    }

    private final Why why;

    public CannotStart(Why why, String sentence) {
        super(sentence);
        this.why = why;
    }

    public CannotStart(Why why, String sentence, Throwable cause) {
        super(sentence, cause);
        this.why = why;
    }

    public CannotStart(String sentence) {
        this(Why.OTHER, sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        this(Why.OTHER, sentence, cause);
    }

    public Why why() {
        return why;
    }

    static CannotStart because(Path folder, IOException unusable) {
        var why = String.valueOf(unusable.getMessage());
        return new CannotStart(
                isFull(why) ? Why.DISK_FULL : Why.OTHER,
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
