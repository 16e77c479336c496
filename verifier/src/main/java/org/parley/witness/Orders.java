package org.parley.witness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.proof.VerifierKey;

/// The command line, read.
///
/// @param port where it answers hubs; empty where it only follows
/// @param every seconds between two looks at a followed log
/// @param words a task other than cosigning, and what it is about
record Orders(
        boolean help,
        Path data,
        Optional<String> name,
        List<VerifierKey> logs,
        List<Path> policies,
        List<String> follow,
        String address,
        Optional<Integer> port,
        int every,
        boolean once,
        Optional<String> url,
        Path evidence,
        List<String> words) {

    private static final int USUAL_PORT = 8090;

    static Orders parse(String[] arguments) {
        var reading = new Reading();
        for (int i = 0; i < arguments.length; i++) {
            var word = arguments[i];
            switch (word) {
                case "--help", "-h" -> reading.help = true;
                case "--once" -> reading.once = true;
                case String flag when flag.startsWith("-") -> {
                    if (i + 1 == arguments.length) {
                        throw wrong("The option %s is not known or needs a value.", flag);
                    }
                    reading.value(flag, arguments[++i]);
                }
                default -> reading.words.add(word);
            }
        }
        return reading.orders();
    }

    private static Ended wrong(String sentence, String fact) {
        return new Ended(Ended.WRONG_USE, sentence.formatted(fact) + " See --help.");
    }

    /// One pass over the words.
    private static final class Reading {

        private boolean help;
        private boolean once;
        private Path data = Path.of("witness");
        private @Nullable String name;
        private final List<VerifierKey> logs = new ArrayList<>();
        private final List<Path> policies = new ArrayList<>();
        private final List<String> follow = new ArrayList<>();
        private String address = "127.0.0.1";
        private @Nullable Integer port;
        private int every = 5;
        private @Nullable String url;
        private Path evidence = Path.of("evidence");
        private final List<String> words = new ArrayList<>();

        void value(String flag, String value) {
            switch (flag) {
                case "--data" -> data = Path.of(value);
                case "--name" -> name = value;
                case "--log" -> logs.add(key(value));
                case "--policy" -> policies.add(Path.of(value));
                case "--follow" -> follow.add(value);
                case "--address" -> address = value;
                case "--port" -> port = number(flag, value, 0, 65_535);
                case "--every" -> every = number(flag, value, 1, 86_400);
                case "--url" -> url = value;
                case "--evidence" -> evidence = Path.of(value);
                default -> throw wrong("There is no option %s.", flag);
            }
        }

        private static VerifierKey key(String vkey) {
            try {
                return VerifierKey.parse(vkey);
            } catch (InvalidValue notAKey) {
                throw wrong("%s is no key of the form name+id+base64.", vkey);
            }
        }

        private static int number(String flag, String value, int least, int most) {
            if (value.matches("[0-9]{1,6}")) {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            }
            throw wrong("%s is out of bounds.", flag + " " + value);
        }

        Orders orders() {
            var answersAt =
                    Optional.ofNullable(port)
                            .or(() -> follow.isEmpty() ? usual() : Optional.empty());
            return new Orders(
                    help,
                    data,
                    Optional.ofNullable(name),
                    List.copyOf(logs),
                    List.copyOf(policies),
                    List.copyOf(follow),
                    address,
                    answersAt,
                    every,
                    once,
                    Optional.ofNullable(url),
                    evidence,
                    List.copyOf(words));
        }

        private static Optional<Integer> usual() {
            return Optional.of(USUAL_PORT);
        }
    }
}
