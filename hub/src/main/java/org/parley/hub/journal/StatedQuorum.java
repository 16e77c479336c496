package org.parley.hub.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.kernel.proof.Policy;
import org.parley.kernel.proof.Sha256;
import org.parley.kernel.proof.SignatureLine;
import org.parley.kernel.proof.VerifierKey;

/// Which witnesses an operation asks for, and how many: the witness, group and quorum lines of a
/// C2SP tlog-policy. A witness with several keys counts when all of them have signed.
final class StatedQuorum {

    private static final int ID_LENGTH = 16;

    private final String text;
    private final Policy policy;
    private final Map<String, String> names; // a key's name and id to its name in the policy
    private final String id;

    private StatedQuorum(String text, Map<String, String> names) {
        this.text = text;
        this.policy = Policy.parse(text);
        this.names = Map.copyOf(names);
        this.id = Sha256.of(text.getBytes(UTF_8)).hex().substring(0, ID_LENGTH);
    }

    /// @param lines `group …` and `quorum …`, separated by semicolons; blank for none
    static StatedQuorum of(List<Witness> witnesses, String lines) {
        var text = new StringBuilder();
        var names = new HashMap<String, String>();
        for (var witness : witnesses) {
            var members = new StringBuilder();
            for (var key : witness.keys()) {
                var name =
                        witness.keys().size() == 1
                                ? witness.name()
                                : witness.name() + ":" + kind(key);
                names.put(keyName(key), name);
                text.append("witness ").append(name).append(' ').append(key).append('\n');
                members.append(' ').append(name);
            }
            if (witness.keys().size() > 1) {
                text.append("group ").append(witness.name()).append(" all").append(members);
                text.append('\n');
            }
        }
        for (var line : lines.split(";")) {
            if (!line.isBlank()) {
                text.append(line.strip()).append('\n');
            }
        }
        if (lines.isBlank()) {
            text.append("quorum none\n");
        }
        return new StatedQuorum(text.toString(), names);
    }

    private static String kind(VerifierKey key) {
        return key.kind().algorithm().toLowerCase(Locale.ROOT);
    }

    /// What a key is called in the store.
    static String keyName(VerifierKey key) {
        return key.name() + "+" + HexFormat.of().toHexDigits(key.id());
    }

    static String keyName(SignatureLine line) {
        return line.name() + "+" + HexFormat.of().toHexDigits(line.keyId());
    }

    /// The lines for a policy file, without the log's.
    String text() {
        return text;
    }

    /// The same for the same witnesses and rule.
    String id() {
        return id;
    }

    boolean asks() {
        return policy.quorum().isPresent();
    }

    /// @param cosigned the keys whose cosignatures hold
    boolean isMetBy(Iterable<String> cosigned) {
        var met = new HashSet<String>();
        for (var key : cosigned) {
            var name = names.get(key);
            if (name != null) {
                met.add(name);
            }
        }
        return policy.isSatisfiedBy(met);
    }
}
