package org.parley.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.parley.kernel.proof.Policy;
import org.parley.witness.WitnessCommand;

/// The command line: `java -jar verifier.jar …`. Prints one sentence and ends with one of the exit
/// codes below. The word `witness` in front starts the witness that comes in the same file.
public final class Verify {

    /// What was to be proved is proved.
    static final int PROVED = 0;

    /// The files are whole, and what they claim does not hold.
    static final int NOT_PROVED = 1;

    /// The command was not understood.
    static final int WRONG_USE = 2;

    /// A file is missing, cut short or not of its kind: nothing could be checked.
    static final int UNREADABLE = 3;

    private Verify() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        boolean cosigns = arguments.length > 0 && arguments[0].equals("witness");
        System.exit(
                cosigns
                        ? WitnessCommand.run(
                                Arrays.copyOfRange(arguments, 1, arguments.length), out, err)
                        : run(arguments, out, err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (WrongUse wrong) {
            var words = Sentences.in(wrong.language());
            err.println(words.say(wrong.sentence(), wrong.fact()));
            err.println(words.say("see-help"));
            return WRONG_USE;
        }
        var words = Sentences.in(options.language());
        if (options.help()) {
            out.print(words.say("help"));
            return PROVED;
        }
        try {
            out.println(checked(options, words));
            return PROVED;
        } catch (Fault fault) {
            err.println(words.of(fault));
            return fault.kind().exitCode();
        }
    }

    private static String checked(Options options, Sentences words) {
        var policy = policy(options);
        return switch (options.task()) {
            case Task.OfPackage(var file) -> proved(file(file), policy, options, words);
            case Task.OfParts parts -> {
                var put = parts.together(file(parts.statement()), file(parts.receipt()));
                yield proved(put, policy, options, words);
            }
            case Task.OfLog(var folder, var since) ->
                    words.of(
                            LogFolder.check(folder, since.map(Verify::file).orElse(null), policy),
                            policy);
        };
    }

    private static String proved(byte[] file, Policy policy, Options options, Sentences words) {
        var proved = PackageCheck.check(file, policy, options.originatorKey().orElse(null));
        return options.show()
                ? words.of(proved, policy) + "\n" + words.fields(proved.shown())
                : words.of(proved, policy);
    }

    private static Policy policy(Options options) {
        return options.policy()
                .map(
                        path ->
                                Fault.reading(
                                        Fault.Kind.POLICY_UNREADABLE,
                                        () ->
                                                Policy.parse(
                                                        new String(
                                                                file(path),
                                                                StandardCharsets.UTF_8))))
                .orElseGet(() -> Policy.ofLog(options.keys()));
    }

    static byte[] file(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (NoSuchFileException absent) {
            throw new Fault(Fault.Kind.NO_FILE, path.toString());
        } catch (IOException unreadable) {
            throw new Fault(Fault.Kind.FILE_UNREADABLE, path + ": " + unreadable.getMessage());
        }
    }
}
