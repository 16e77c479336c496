package org.parley.hub.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.hub.journal.JournalCheck;
import org.parley.hub.journal.Rebuild;
import org.parley.kernel.id.OperationId;

/// Every sentence that the command line writes, in the language of whoever sits at the terminal.
/// What programs read, such as exit codes and the names of commands and flags, is the same in all.
public final class Sentences {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /// Between these marks a name keeps its own direction within a right-to-left sentence.
    private static final String ISOLATE = "\u2068%s\u2069";

    private Sentences() {}

    private static String say(String key, Object... facts) {
        return say(Spoken.here(), key, facts);
    }

    static String say(Locale language, String key, Object... facts) {
        var words =
                ResourceBundle.getBundle(
                        "messages.cli",
                        language.equals(Locale.ENGLISH) ? Locale.ROOT : language,
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        boolean turned = Set.of("ar", "he", "iw").contains(language.getLanguage());
        return PLACE.matcher(words.getString("cli." + key))
                .replaceAll(
                        place -> {
                            var fact = String.valueOf(facts[Integer.parseInt(place.group(1))]);
                            return Matcher.quoteReplacement(
                                    turned && !fact.isEmpty() ? ISOLATE.formatted(fact) : fact);
                        });
    }

    static String wholeOrPart() {
        return say("whole-or-part");
    }

    static String noMapping() {
        return say("no-mapping");
    }

    static String noCommand(List<String> known) {
        return say("no-command", String.join(", ", known));
    }

    static String noSuchCommand(String word, List<String> known) {
        return say("no-such-command", word, meant(word, known), String.join(", ", known));
    }

    static String noSuchFlag(String command, String flag, List<String> known) {
        return say("no-such-flag", command, flag, meant(flag, known));
    }

    private static String meant(String word, List<String> known) {
        return Nearest.to(word, known).map(near -> say("meant", near)).orElse("");
    }

    static String takesNoValue(String flag) {
        return say("no-value", flag);
    }

    static String needsValue(String flag, String value) {
        return say("needs-value", flag, value);
    }

    static String twice(String flag) {
        return say("twice", flag);
    }

    static String needsFile(String command) {
        return say("needs-file", command);
    }

    static String tooMuch(String command, String value) {
        return say("too-much", command, value);
    }

    static String noPort(String text) {
        return say("no-port", text);
    }

    static String portBusy(int port) {
        return say("port-busy", port);
    }

    static String ready(String address, Path data) {
        return say("ready", address, data);
    }

    /// How the first person of a hub gets in.
    public static String firstRun(String address, Instant until) {
        return say("first-run", until.truncatedTo(ChronoUnit.SECONDS), address);
    }

    static String noKeys(OperationId operation) {
        return say("no-keys", operation);
    }

    static String backedUp(Path file, long rows, int operations) {
        return say("backed-up", rows, operations, file);
    }

    static String noFile(Path file) {
        return say("no-file", file);
    }

    static String notRestored(String why) {
        return say("not-restored", why);
    }

    static String proved(JournalCheck.Proved proved) {
        return say(
                "proved",
                proved.operation(),
                proved.statements(),
                proved.checkpoints(),
                proved.unsigned() == 0 ? "" : say("proved.unsigned", proved.unsigned()),
                proved.erased() == 0 ? "" : say("proved.erased", proved.erased()));
    }

    static String erasedAnew(OperationId operation, int statements) {
        return say("erased-anew", operation, statements);
    }

    static String otherSigner(OperationId operation) {
        return say("other-signer", operation);
    }

    static String olderThanSigner(OperationId operation, long stored, long signed) {
        return say("older-than-signer", operation, stored, signed);
    }

    static String readOnly(OperationId operation, long stored, long signed) {
        return say("read-only", operation, stored, signed);
    }

    static String rebuilt(Rebuild.Result result, Duration took) {
        return say(
                "rebuilt",
                result.operation(),
                result.statements(),
                "%.1f".formatted(took.toMillis() / 1000.0),
                say(result.same() ? "rebuilt.same" : "rebuilt.different"));
    }

    static String whichOperation(List<OperationId> all) {
        return all.isEmpty()
                ? say("no-operation-yet")
                : say(
                        "which-operation",
                        String.join(", ", all.stream().map(OperationId::value).toList()));
    }

    static String noSuchOperation(String name, List<String> known) {
        return say(
                "no-such-operation",
                name,
                meant(name, known),
                known.isEmpty() ? say("none") : String.join(", ", known));
    }

    static String failed(String command, Throwable fault) {
        return say("failed", command, fault);
    }
}
