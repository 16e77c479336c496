package org.parley.verifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.proof.VerifierKey;

/// The command line, read.
///
/// @param policy whom the reader trusts
/// @param keys the log's keys, in place of a policy
/// @param originatorKey the key that the reader knows as the originator's
/// @param show whether the fields are printed after the sentence
record Options(
        boolean help,
        String language,
        boolean show,
        Optional<Path> policy,
        List<VerifierKey> keys,
        Optional<VerifierKey> originatorKey,
        Task task) {

    private static final Set<String> FLAGS = Set.of("--help", "-h", "--show");
    private static final Set<String> VALUED =
            Set.of(
                    "--language",
                    "--policy",
                    "--key",
                    "--originator-key",
                    "--statement",
                    "--leaf-salt",
                    "--receipt",
                    "--since");
    private static final Set<String> REPEATED = Set.of("--key");

    static Options parse(String[] arguments) {
        return new Reading(arguments).options();
    }

    /// One pass over the words.
    private static final class Reading {

        private final Map<String, List<String>> values = new HashMap<>();
        private final Set<String> flags = new HashSet<>();
        private final List<String> words = new ArrayList<>();
        private final String language;

        Reading(String[] arguments) {
            this.language = language(arguments);
            for (int i = 0; i < arguments.length; i++) {
                var word = arguments[i];
                if (FLAGS.contains(word)) {
                    flags.add(word);
                } else if (VALUED.contains(word)) {
                    if (i + 1 == arguments.length) {
                        throw wrong("no-value", word);
                    }
                    var known = values.computeIfAbsent(word, _ -> new ArrayList<>());
                    known.add(arguments[++i]);
                    if (known.size() > 1 && !REPEATED.contains(word)) {
                        throw wrong("twice", word);
                    }
                } else if (word.startsWith("-")) {
                    throw wrong("unknown-option", word);
                } else {
                    words.add(word);
                }
            }
        }

        /// Read first, so that what is wrong with the rest is said in it.
        private static String language(String[] arguments) {
            for (int i = 0; i + 1 < arguments.length; i++) {
                if (arguments[i].equals("--language")) {
                    var asked = arguments[i + 1];
                    if (!Sentences.LANGUAGES.contains(asked)) {
                        throw new WrongUse("en", "unknown-language", asked);
                    }
                    return asked;
                }
            }
            return "en";
        }

        Options options() {
            boolean help = flags.contains("--help") || flags.contains("-h");
            var policy = value("--policy").map(Path::of);
            var keys = values.getOrDefault("--key", List.of()).stream().map(this::key).toList();
            if (!help && policy.isEmpty() == keys.isEmpty()) {
                throw wrong("policy-or-key", "");
            }
            return new Options(
                    help,
                    language,
                    flags.contains("--show"),
                    policy,
                    keys,
                    value("--originator-key").map(this::key),
                    help ? new Task.OfPackage(Path.of("")) : task());
        }

        private Task task() {
            if (!words.isEmpty() && words.getFirst().equals("log")) {
                if (words.size() != 2) {
                    throw wrong("which-folder", "");
                }
                return new Task.OfLog(Path.of(words.get(1)), value("--since").map(Path::of));
            }
            var parts = List.of("--statement", "--leaf-salt", "--receipt");
            if (parts.stream().anyMatch(values::containsKey)) {
                if (!parts.stream().allMatch(values::containsKey) || !words.isEmpty()) {
                    throw wrong("parts-together", "");
                }
                return new Task.OfParts(
                        Path.of(value("--statement").orElseThrow()),
                        value("--leaf-salt").orElseThrow(),
                        Path.of(value("--receipt").orElseThrow()));
            }
            if (words.size() != 1) {
                throw wrong("which-package", "");
            }
            return new Task.OfPackage(Path.of(words.getFirst()));
        }

        private Optional<String> value(String name) {
            return values.getOrDefault(name, List.of()).stream().findFirst();
        }

        private VerifierKey key(String vkey) {
            try {
                return VerifierKey.parse(vkey);
            } catch (InvalidValue notAKey) {
                throw wrong("not-a-key", vkey);
            }
        }

        private WrongUse wrong(String sentence, String fact) {
            return new WrongUse(language, sentence, fact);
        }
    }
}
