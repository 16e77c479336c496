package org.parley.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.proof.Policy;
import org.parley.kernel.proof.VerifierKey;
import org.parley.witness.Follower.Look;

/// `./parley witness`, which is `java -jar verifier.jar witness …`. The help says what it does and
/// how it ends.
public final class WitnessCommand {

    private final Orders orders;
    private final PrintStream out;
    private final PrintStream err;
    private final Runnable onceRemembered;

    private WitnessCommand(
            Orders orders, PrintStream out, PrintStream err, Runnable onceRemembered) {
        this.orders = orders;
        this.out = out;
        this.err = err;
        this.onceRemembered = onceRemembered;
    }

    /// @return the exit code
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        return run(arguments, out, err, () -> {});
    }

    /// @param onceRemembered runs between remembering and answering, where tests let it die
    static int run(String[] arguments, PrintStream out, PrintStream err, Runnable onceRemembered) {
        try {
            new WitnessCommand(Orders.parse(arguments), out, err, onceRemembered).run();
            return Ended.DONE;
        } catch (Ended ended) {
            err.println(ended.sentence());
            return ended.code();
        } catch (InvalidValue wrong) {
            err.println("Something given is not what it should be: " + wrong.getMessage() + ".");
            return Ended.WRONG_USE;
        } catch (IOException fault) {
            err.println("The witness cannot go on: " + fault + ".");
            return Ended.CANNOT_START;
        }
    }

    private void run() throws IOException {
        if (orders.help()) {
            try (var help = WitnessCommand.class.getResourceAsStream("help.txt")) {
                out.print(help == null ? "" : new String(help.readAllBytes(), UTF_8));
            }
            return;
        }
        var words = orders.words();
        switch (words.isEmpty() ? "" : words.getFirst()) {
            case "" -> cosign();
            case "keys" -> keys();
            case "show" -> show();
            case "compare" -> compare(words);
            default ->
                    throw new Ended(
                            Ended.WRONG_USE,
                            "There is no '%s' here; see --help.".formatted(words.getFirst()));
        }
    }

    private void keys() throws IOException {
        try (var folder = WitnessFolder.open(orders.data(), orders.name().orElse(null))) {
            folder.keys().forEach(key -> out.println(key.verifier()));
        }
    }

    private void show() throws IOException {
        var logs = WitnessFolder.look(orders.data()).logs();
        for (var log : logs) {
            out.print(
                    log.memory()
                            .last()
                            .map(note -> note.format())
                            .orElse("Nothing is cosigned of " + log.origin() + " yet.\n"));
        }
    }

    private void compare(List<String> words) throws IOException {
        if (words.size() != 3) {
            throw new Ended(Ended.WRONG_USE, "Give two things to compare; see --help.");
        }
        var logKeys = new ArrayList<VerifierKey>();
        logs().values().forEach(logKeys::addAll);
        new Comparison(logKeys, orders.url().map(ShownLog::at), orders.evidence())
                .of(words.get(1), words.get(2))
                .forEach(out::println);
    }

    private void cosign() throws IOException {
        try (var folder = WitnessFolder.open(orders.data(), orders.name().orElse(null))) {
            for (var log : logs().entrySet()) {
                folder.know(log.getKey(), log.getValue());
            }
            if (folder.logs().isEmpty()) {
                throw new Ended(
                        Ended.WRONG_USE,
                        "The witness knows no log yet: give the log's keys with --log VKEY or"
                                + " --policy FILE.");
            }
            folder.keys().forEach(key -> out.println(key.verifier()));
            var cosigner = new Cosigner(folder, Clock.systemUTC(), err::println, onceRemembered);
            if (orders.port().isPresent()) {
                answer(folder, cosigner, orders.port().get());
            }
            follow(folder, cosigner);
        }
    }

    private void answer(WitnessFolder folder, Cosigner cosigner, int port) throws IOException {
        var server =
                WitnessServer.start(
                        new InetSocketAddress(orders.address(), port),
                        folder,
                        cosigner,
                        err::println);
        out.println("Listening on http://%s:%d/".formatted(orders.address(), server.port()));
        out.flush();
    }

    /// Until the process ends, or a followed log shows two histories.
    private void follow(WitnessFolder folder, Cosigner cosigner) throws IOException {
        var followers =
                orders.follow().stream()
                        .map(url -> new Follower(ShownLog.at(url), folder, cosigner, err::println))
                        .toList();
        while (true) {
            boolean done = true;
            for (var follower : followers) {
                var look = follower.look();
                if (look == Look.FORK) {
                    throw new Ended(
                            Ended.TWO_HISTORIES,
                            "The witness ends here, and cosigns nothing more of that log.");
                }
                done &= look == Look.DONE;
            }
            if (orders.once()) {
                if (!done) {
                    throw new Ended(Ended.NOT_TOLD, "Not every log could be cosigned.");
                }
                return;
            }
            try {
                Thread.sleep(Duration.ofSeconds(orders.every()));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /// The logs' keys by origin, as given.
    private Map<String, List<VerifierKey>> logs() throws IOException {
        var keys = new LinkedHashMap<String, List<VerifierKey>>();
        for (var key : orders.logs()) {
            keys.computeIfAbsent(key.name(), _ -> new ArrayList<>()).add(key);
        }
        for (var file : orders.policies()) {
            for (var log : policy(file).logs()) {
                keys.computeIfAbsent(log.key().name(), _ -> new ArrayList<>()).add(log.key());
            }
        }
        return keys;
    }

    private static Policy policy(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new Ended(Ended.NOT_TOLD, "There is no file " + file + ".");
        }
        try {
            return Policy.parse(Files.readString(file));
        } catch (InvalidValue notAPolicy) {
            throw new Ended(
                    Ended.DAMAGED,
                    "%s is no policy (%s).".formatted(file, notAPolicy.getMessage()));
        }
    }
}
