package org.parley.hub.cli;

import java.nio.file.Path;
import java.util.List;

/// Every sentence that the command line writes, in English: operators of a hub search the web for
/// them word by word.
public final class Sentences {

    static final String WHOLE_OR_PART =
            "A file is either --whole or --part; leave both out and the hub judges by its size.";
    static final String NO_MAPPING =
            "Say how the file is to be read with --as MAPPING, for example --as unrwa-trucks.";

    private Sentences() {}

    static String noCommand(List<String> known) {
        return "Say what to do: %s.".formatted(String.join(", ", known));
    }

    static String noSuchCommand(String word, List<String> known) {
        return "There is no command '%s'%s. The commands are %s."
                .formatted(word, meant(word, known), String.join(", ", known));
    }

    static String noSuchFlag(String command, String flag, List<String> known) {
        return "'%s' has no flag %s%s; ./parley %s --help lists them."
                .formatted(command, flag, meant(flag, known), command);
    }

    private static String meant(String word, List<String> known) {
        return Nearest.to(word, known).map("; did you mean %s?"::formatted).orElse("");
    }

    static String takesNoValue(String flag) {
        return "--%s takes no value.".formatted(flag);
    }

    static String needsValue(String flag, String value) {
        return "--%s needs a value: --%s %s.".formatted(flag, flag, value);
    }

    static String twice(String flag) {
        return "--%s is given twice.".formatted(flag);
    }

    static String needsFile(String command) {
        return "'%s' needs a file: ./parley %s FILE.".formatted(command, command);
    }

    static String tooMuch(String command, String value) {
        return "'%s' does not know what to do with '%s'; ./parley %s --help shows how it is used."
                .formatted(command, value, command);
    }

    static String noPort(String text) {
        return "--port must be a number from 0 to 65535, was '%s'; 0 takes any free one."
                .formatted(text);
    }

    static String portBusy(int port) {
        return ("Port %d is taken by another program; choose another with --port, or any free one"
                        + " with --port 0.")
                .formatted(port);
    }

    static String ready(String address, Path data) {
        return "Parley answers at %s (records in %s). Ctrl-C stops it.".formatted(address, data);
    }

    static String failed(String command, Throwable fault) {
        return "'%s' failed: %s".formatted(command, fault);
    }
}
