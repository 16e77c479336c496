package org.parley.kernel.statement;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.json.Json;
import org.parley.kernel.json.JsonObject;
import org.parley.kernel.proof.Unproven;

/// A statement as it stands in the log: its head, and digests that tell nothing by themselves.
///
/// @param digests of fields and decoys, ascending
public record WrittenStatement(Statement head, List<String> digests) {

    private static final Set<String> NAMES =
            Set.of(
                    "assurance",
                    "claimedAt",
                    "device",
                    "fields",
                    "id",
                    "key",
                    "label",
                    "operation",
                    "originator",
                    "schema",
                    "seen",
                    "type",
                    "v");

    public WrittenStatement {
        digests = List.copyOf(digests);
    }

    /// Reads the logged bytes; only their one canonical form is accepted.
    public static WrittenStatement parse(byte[] bytes) {
        if (!(Json.parse(bytes) instanceof JsonObject json)
                || !Arrays.equals(json.canonical(), bytes)) {
            throw new InvalidValue("statement", "must be canonical JSON");
        }
        var members = new Members("statement", json);
        members.only(NAMES);
        if (members.integer("v") != StatementForm.VERSION) {
            throw new InvalidValue("statement", "is of a version unknown here");
        }
        return new WrittenStatement(head(members), digests(members));
    }

    private static Statement head(Members members) {
        return new Statement(
                new OperationId(members.text("operation")),
                StatementId.parse(members.text("id")),
                members.text("type"),
                Math.toIntExact(members.integer("schema")),
                new PartnerId(members.text("originator")),
                members.text("key"),
                assurance(members.text("assurance")),
                instant(members.text("claimedAt")),
                members.find("device")
                        .map(d -> new DeviceSequence(d.text("id"), d.integer("seq")))
                        .orElse(null),
                members.find("seen")
                        .map(s -> new Seen(s.text("origin"), s.integer("size"), s.text("root")))
                        .orElse(null),
                members.text("label"));
    }

    private static Assurance assurance(String code) {
        return Arrays.stream(Assurance.values())
                .filter(assurance -> assurance.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("assurance", "unknown: " + code));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw new InvalidValue("claimedAt", "is not an instant: " + text);
        }
    }

    private static List<String> digests(Members members) {
        var digests = members.texts("fields");
        for (int i = 1; i < digests.size(); i++) {
            if (digests.get(i - 1).compareTo(digests.get(i)) >= 0) {
                throw new InvalidValue("fields", "must be digests in ascending order");
            }
        }
        return digests;
    }

    /// @throws Unproven when one of these was not said in the statement, or is shown twice
    public void requireAll(List<Disclosure> disclosures) {
        var shown = new HashSet<String>();
        var said = new HashSet<>(digests);
        for (var disclosure : disclosures) {
            if (!said.contains(disclosure.digest())) {
                throw new Unproven(
                        "The field '%s' is not in the statement.".formatted(disclosure.name()));
            }
            if (!shown.add(disclosure.name())) {
                throw new Unproven("The field '%s' is shown twice.".formatted(disclosure.name()));
            }
        }
    }

    /// How many fields and decoys are not shown.
    public int undisclosed(List<Disclosure> disclosures) {
        var rest = new ArrayList<>(digests);
        disclosures.forEach(disclosure -> rest.remove(disclosure.digest()));
        return rest.size();
    }
}
