package org.parley.kernel.signer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.durable.DurableFiles;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.Hash;

/// The signer as a process: `java -cp kernel.jar org.parley.kernel.signer.SignerProcess FOLDER`.
/// Speaks lines on its standard input and output, one request at a time, and ends with its input:
///
/// - `keys ORIGIN` → `keys VKEY VKEY`
/// - `last ORIGIN` → `last SIZE ROOT`
/// - `sign SINCE PATHLENGTH`, the lines of the path, then the three of the checkpoint →
///   `signed COUNT` and the signature lines, or `refused SIZE ROOT` with what it remembers
/// - anything it cannot do → `failed REASON`
public final class SignerProcess {

    static final int TAKEN = 3;
    private static final int WRONG_USE = 2;
    private static final int LONGEST_PATH = 64;

    private final Signer signer;
    private final BufferedReader in;
    private final PrintWriter out;

    private SignerProcess(Signer signer, Reader in, PrintWriter out) {
        this.signer = signer;
        this.in = new BufferedReader(in);
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            end(WRONG_USE, "usage: SignerProcess FOLDER");
        }
        run(Path.of(args[0]), Clock.systemUTC(), () -> {});
    }

    static void run(Path folder, InstantSource clock, Runnable onceRemembered) throws IOException {
        DurableFiles.createFolder(folder);
        try (var held =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            var lock = held.tryLock();
            if (lock == null) {
                end(TAKEN, "another signer holds " + folder);
            }
            var out = new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8);
            new SignerProcess(
                            new Signer(folder, clock, onceRemembered),
                            new InputStreamReader(System.in, UTF_8),
                            new PrintWriter(out))
                    .serve();
        }
    }

    private static void end(int code, String why) {
        new PrintWriter(new FileOutputStream(FileDescriptor.err), true, UTF_8)
                .println("signer: " + why);
        System.exit(code);
    }

    private void serve() throws IOException {
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            try {
                answer(line);
            } catch (InvalidValue | IOException refused) {
                say("failed " + String.valueOf(refused.getMessage()).replace('\n', ' '));
            }
            out.flush();
        }
    }

    private void answer(String request) throws IOException {
        var words = request.split(" ", 2);
        var rest = words.length == 2 ? words[1] : "";
        switch (words[0]) {
            case "keys" ->
                    say(
                            signer.keys(rest).stream()
                                    .map(Object::toString)
                                    .collect(Collectors.joining(" ", "keys ", "")));
            case "last" -> say("last " + sizeAndRoot(signer.last(rest).checkpoint()));
            case "sign" -> sign(rest.split(" "));
            default -> throw new InvalidValue("request", "unknown: " + words[0]);
        }
    }

    private void sign(String[] numbers) throws IOException {
        if (numbers.length != 2) {
            throw new InvalidValue("sign", "needs two numbers");
        }
        long since = number(numbers[0]);
        long count = number(numbers[1]);
        if (count > LONGEST_PATH) {
            throw new InvalidValue("sign", "the path is too long");
        }
        var lines = new ArrayList<String>();
        for (long i = 0; i < count + 3; i++) {
            lines.add(
                    line()); // all of them first, so that a bad one does not shift the next request
        }
        var path = lines.subList(0, (int) count).stream().map(Hash::parse).toList();
        var wanted =
                Checkpoint.parse(
                        String.join("\n", lines.subList((int) count, lines.size())) + "\n");
        var signed = signer.sign(since, path, wanted);
        if (!signed.checkpoint().equals(wanted) || signed.isNothing()) {
            say("refused " + sizeAndRoot(signed.checkpoint()));
            return;
        }
        say("signed " + signed.signatures().size());
        signed.signatures().forEach(signature -> out.print(signature.format()));
    }

    private static long number(String text) {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException _) {
            throw new InvalidValue("sign", "not a number: " + text);
        }
    }

    private String line() throws IOException {
        var line = in.readLine();
        if (line == null) {
            throw new IOException("the request was cut short");
        }
        return line;
    }

    private static String sizeAndRoot(Checkpoint checkpoint) {
        return checkpoint.size() + " " + checkpoint.root();
    }

    private void say(String line) {
        out.print(line + "\n");
    }
}
