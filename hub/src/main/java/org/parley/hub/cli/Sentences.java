package org.parley.hub.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.parley.hub.journal.JournalCheck;
import org.parley.hub.journal.Rebuild;
import org.parley.kernel.id.OperationId;

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

    /// How the first person of a hub gets in.
    public static String firstRun(String address, Instant until) {
        return "This hub has no people yet. Its first one enrols here, once, until %s: %s"
                .formatted(until.truncatedTo(ChronoUnit.SECONDS), address);
    }

    static String noKeys(OperationId operation) {
        return "The signer gives no keys for %s, so its checkpoints' signatures cannot be checked."
                .formatted(operation);
    }

    static String backedUp(Path file, long rows, int operations) {
        return "Wrote %d rows of %d operations to %s. The signer's keys and memory are not in it."
                .formatted(rows, operations, file);
    }

    static String noFile(Path file) {
        return "There is no file %s.".formatted(file);
    }

    static String notRestored(String why) {
        return "%s. Nothing was restored.".formatted(why);
    }

    static String proved(JournalCheck.Proved proved) {
        return "%s: %d statements proved against %d signed checkpoints%s%s."
                .formatted(
                        proved.operation(),
                        proved.statements(),
                        proved.checkpoints(),
                        proved.unsigned() == 0
                                ? ""
                                : ", %d of them not signed yet".formatted(proved.unsigned()),
                        proved.erased() == 0
                                ? ""
                                : ", the content of %d erased".formatted(proved.erased()));
    }

    static String otherSigner(OperationId operation) {
        return "This hub's signer has never signed for %s: from here on it signs with keys of its own, which readers must be given."
                .formatted(operation);
    }

    static String olderThanSigner(OperationId operation, long stored, long signed) {
        return "%s will be read-only: the backup holds %d statements, but the signer remembers %d. Restore a newer backup."
                .formatted(operation, stored, signed);
    }

    static String readOnly(OperationId operation, long stored, long signed) {
        return "%s is READ-ONLY: the database holds %d statements, but the signer remembers %d. It was restored from an older backup; restore a newer one."
                .formatted(operation, stored, signed);
    }

    static String rebuilt(Rebuild.Result result, Duration took) {
        return "%s: replayed %d statements in %.1f s; the state is %s."
                .formatted(
                        result.operation(),
                        result.statements(),
                        took.toMillis() / 1000.0,
                        result.same()
                                ? "the same, byte for byte"
                                : "DIFFERENT from what it was before");
    }

    static String whichOperation(List<OperationId> all) {
        return all.isEmpty()
                ? "The hub has no operation yet; ./parley demo loads the examples."
                : "Say which operation with --operation: %s."
                        .formatted(
                                String.join(", ", all.stream().map(OperationId::value).toList()));
    }

    static String noSuchOperation(String name, List<String> known) {
        return "There is no operation '%s'%s. The hub has %s."
                .formatted(
                        name,
                        meant(name, known),
                        known.isEmpty() ? "none" : String.join(", ", known));
    }

    static String failed(String command, Throwable fault) {
        return "'%s' failed: %s".formatted(command, fault);
    }
}
