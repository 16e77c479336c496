package org.parley.kernel.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;

/// Reads a policy line by line; each name is defined before it is used.
final class PolicyText {

    private static final String NONE = "none";

    private final List<Policy.Log> logs = new ArrayList<>();
    private final List<Quorum.Witness> witnesses = new ArrayList<>();
    private final Map<String, Quorum> named = new HashMap<>();
    private final Set<String> grouped = new HashSet<>();
    private @Nullable Optional<Quorum> quorum;

    static Policy parse(String text) {
        if (text.chars().anyMatch(c -> (c < 0x20 && c != '\t' && c != '\n') || c == 0x7F)) {
            throw new InvalidValue("policy", "must not hold control characters");
        }
        var reader = new PolicyText();
        for (var line : text.split("\n", -1)) {
            var words = Arrays.stream(line.split("[ \t]+")).filter(w -> !w.isEmpty()).toList();
            if (!words.isEmpty() && !words.getFirst().startsWith("#")) {
                reader.line(words, line);
            }
        }
        if (reader.quorum == null) {
            throw new InvalidValue("policy", "has no quorum line");
        }
        return new Policy(reader.logs, reader.witnesses, reader.quorum);
    }

    private void line(List<String> words, String line) {
        var kind = words.getFirst();
        int count = words.size();
        if (kind.equals("log") && (count == 2 || count == 3)) {
            log(words);
        } else if (kind.equals("witness") && (count == 3 || count == 4)) {
            witness(words.get(1), words.get(2));
        } else if (kind.equals("group") && count > 3) {
            group(words.get(1), words.get(2), words.subList(3, count));
        } else if (kind.equals("quorum") && count == 2) {
            quorum(words.get(1));
        } else {
            throw new InvalidValue("policy", "cannot read '%s'".formatted(line));
        }
    }

    private void log(List<String> words) {
        var key = VerifierKey.parse(words.get(1));
        if (key.kind() == KeyKind.COSIGNATURE_V1) {
            throw new InvalidValue("policy", "a witness key cannot sign for the log " + key.name());
        }
        refuseRepeated(key, logs.stream().map(Policy.Log::key).toList());
        logs.add(new Policy.Log(key, words.stream().skip(2).findFirst()));
    }

    private void witness(String name, String vkey) {
        var key = VerifierKey.parse(vkey);
        if (key.kind() == KeyKind.ED25519) {
            throw new InvalidValue("policy", "witness %s needs a cosignature key".formatted(name));
        }
        refuseRepeated(key, witnesses.stream().map(Quorum.Witness::key).toList());
        var witness = new Quorum.Witness(name, key);
        witnesses.add(witness);
        define(witness);
    }

    /// The same key under another name would let one signer count twice.
    private static void refuseRepeated(VerifierKey key, List<VerifierKey> others) {
        if (others.stream().anyMatch(o -> Arrays.equals(o.keyBytes(), key.keyBytes()))) {
            throw new InvalidValue("policy", "the key of %s is listed twice".formatted(key.name()));
        }
    }

    private void group(String name, String threshold, List<String> members) {
        var parts = members.stream().map(this::member).toList();
        int count = parts.size();
        long atLeast =
                switch (threshold) {
                    case "any" -> 1;
                    case "all" -> count;
                    default -> Strict.decimal("policy", threshold);
                };
        if (atLeast < 1 || atLeast > count) {
            throw new InvalidValue(
                    "policy", "group %s cannot ask for %d of %d".formatted(name, atLeast, count));
        }
        define(new Quorum.Group(name, (int) atLeast, parts));
    }

    private Quorum member(String name) {
        if (!grouped.add(name)) {
            throw new InvalidValue("policy", "%s is a member twice".formatted(name));
        }
        return defined(name);
    }

    private void quorum(String name) {
        if (quorum != null) {
            throw new InvalidValue("policy", "has two quorum lines");
        }
        quorum = name.equals(NONE) ? Optional.empty() : Optional.of(defined(name));
    }

    private Quorum defined(String name) {
        var found = named.get(name);
        if (found == null) {
            throw new InvalidValue("policy", "%s is not defined before its use".formatted(name));
        }
        return found;
    }

    private void define(Quorum part) {
        if (part.name().equals(NONE) || named.putIfAbsent(part.name(), part) != null) {
            throw new InvalidValue("policy", "the name %s is taken".formatted(part.name()));
        }
    }
}
