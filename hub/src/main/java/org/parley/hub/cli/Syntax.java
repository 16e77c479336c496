package org.parley.hub.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The commands and what each takes. `help/` has a text for each, which `./parley` shows without
/// building anything.
enum Syntax {
    SERVE(0, Web.OPEN, CommonFlags.WEB, CommonFlags.STORE),
    DEMO(
            0,
            Web.OPEN,
            CommonFlags.WEB,
            CommonFlags.STORE,
            List.of(Flag.taking("only", "OPERATION"))),
    IMPORT(
            1,
            Web.CLOSED,
            CommonFlags.STORE,
            List.of(
                    Flag.taking("as", "MAPPING"),
                    Flag.taking("operation", "OPERATION"),
                    Flag.taking("by", "ORGANISATION"),
                    Flag.taking("vintage", "DATE"),
                    Flag.plain("whole"),
                    Flag.plain("part"),
                    Flag.plain("dry-run"),
                    Flag.taking("problems", "FILE"))),
    EXPORT(
            0,
            Web.CLOSED,
            CommonFlags.STORE,
            List.of(
                    Flag.taking("operation", "OPERATION"),
                    Flag.taking("by", "ORGANISATION"),
                    Flag.taking("register", "ORGANISATION/SOURCE"),
                    Flag.taking("count", "COLUMNS"),
                    Flag.taking("language", "LANGUAGE"),
                    Flag.taking("as-of", "SIZE|INSTANT"),
                    Flag.taking("to", "FILE"))),
    VERIFY(0, Web.CLOSED, CommonFlags.STORE, List.of(Flag.taking("operation", "OPERATION"))),
    REBUILD(0, Web.CLOSED, CommonFlags.STORE, List.of(Flag.taking("operation", "OPERATION"))),
    BACKUP(1, Web.CLOSED, CommonFlags.STORE),
    RESTORE(1, Web.CLOSED, CommonFlags.STORE);

    /// Whether the command opens the web server's port.
    enum Web {
        OPEN,
        CLOSED
    }

    private final int files;
    private final Web web;
    private final List<Flag> flags;

    @SafeVarargs
    Syntax(int files, Web web, List<Flag>... flags) {
        this.files = files;
        this.web = web;
        var all = new ArrayList<Flag>();
        Arrays.stream(flags).forEach(all::addAll);
        this.flags = List.copyOf(all);
    }

    /// Whether it also works beside a hub that runs on the data folder.
    boolean worksBeside() {
        return switch (this) {
            case IMPORT, EXPORT, BACKUP -> true;
            case SERVE, DEMO, VERIFY, REBUILD, RESTORE -> false;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// How many values it takes beside its flags.
    int files() {
        return files;
    }

    Web web() {
        return web;
    }

    List<Flag> flags() {
        return flags;
    }

    Optional<Flag> flag(String name) {
        return flags.stream().filter(flag -> flag.name().equals(name)).findFirst();
    }

    static Optional<Syntax> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Syntax::word).toList();
    }
}
