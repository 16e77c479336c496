package org.parley.hub.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.LabelText;
import org.parley.hub.journal.References;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.statement.Assurance;
import org.parley.kernel.statement.DeviceSequence;
import org.parley.kernel.statement.Seen;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// What stands around what is said: its id and time, to whom it goes, what it answers, what its
/// author had seen. Everything that cannot be is a problem of the reading.
///
/// @param path of the statement in the request, empty where it is all of it
record Envelope(String path, ObjectNode form, Reading reading) {

    private static final int LONGEST_NAME = 200;

    /// Where a field of the statement stands in the request.
    String below(String name) {
        return below(path, name);
    }

    static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    Optional<Instant> claimedAt() {
        return reading.instant(path, form, "claimedAt");
    }

    /// The signature over it, where its author gives one.
    Optional<StatementRequest.AuthorProof> authorProof() {
        var node = form.get("authorProof");
        return node == null || node.isNull()
                ? Optional.empty()
                : reading.record(below("authorProof"), node, StatementRequest.AuthorProof.class);
    }

    References references() {
        var replaces = reading.field(path, form, "replaces", StatementId[].class);
        var node = form.get("answers");
        var answers =
                node == null || node.isNull()
                        ? Optional.<References.Target>empty()
                        : reading.record(below("answers"), node, References.Target.class);
        try {
            return new References(
                    replaces.map(ids -> Arrays.asList(ids)).orElse(List.of()), answers);
        } catch (InvalidValue tooMany) {
            reading.problem(tooMany.at(below(tooMany.field())));
            return References.NONE;
        }
    }

    /// @param idempotencyKey the id where the statement has none
    Optional<StatementId> id(@Nullable String idempotencyKey) {
        var given =
                reading.field(path, form, "id", String.class)
                        .or(() -> Optional.ofNullable(idempotencyKey));
        if (given.isEmpty()) {
            reading.problem(
                    below("id"),
                    "value.id-missing",
                    "is missing: give the statement a UUID, so that it can be sent again");
            return Optional.empty();
        }
        try {
            return given.map(StatementId::parse);
        } catch (InvalidValue notAUuid) {
            reading.problem(notAUuid.at(below("id")));
            return Optional.empty();
        }
    }

    Optional<DeviceSequence> device(Speaker speaker) {
        var node = form.get("device");
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        return reading.record(below("device"), node, StatementRequest.Device.class)
                .filter(device -> named(below("device.id"), device.id()))
                .filter(device -> signs(speaker, device.id()))
                .filter(
                        device -> {
                            if (device.seq() < 1) {
                                reading.problem(
                                        below("device.seq"), "value.from-one", "counts from 1");
                            }
                            return device.seq() >= 1;
                        })
                .map(device -> new DeviceSequence(device.id(), device.seq()));
    }

    /// Nobody counts in the name of an enrolled device but the device.
    private boolean signs(Speaker speaker, String device) {
        boolean signs =
                !device.startsWith(Submissions.ENROLLED)
                        || speaker.actor().assurance() == Assurance.DEVICE_SIGNED;
        if (!signs) {
            reading.problem(
                    below("device.id"),
                    "value.device-enrolled",
                    "is the name of an enrolled device, whose statements it signs itself");
        }
        return signs;
    }

    private boolean named(String at, String name) {
        boolean usable = !name.isBlank() && name.length() <= LONGEST_NAME;
        if (!usable) {
            reading.problem(at, "value.length", "must be 1 to {most} characters", LONGEST_NAME);
        }
        return usable;
    }

    Optional<Seen> seen() {
        var node = form.get("seen");
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        var seen = reading.record(below("seen"), node, Seen.class);
        seen.ifPresent(checkpoint -> check(below("seen"), checkpoint));
        return seen;
    }

    private void check(String at, Seen seen) {
        if (seen.origin() == null || seen.root() == null) {
            reading.problem(at, "value.seen", "needs origin, size and root");
            return;
        }
        named(at + ".origin", seen.origin());
        if (seen.size() < 0) {
            reading.problem(at + ".size", "value.not-negative", "must not be negative");
        }
        try {
            Hash.parse(seen.root());
        } catch (InvalidValue noHash) {
            reading.problem(noHash.at(at + ".root"));
        }
    }

    Optional<Label> label(Speaker speaker) {
        var node = form.get("label");
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        var where = below("label");
        var label = reading.object(where, node, "audience", "sensitivity");
        try {
            return label.map(
                    given ->
                            LabelText.read(
                                            given.deepCopy()
                                                    .put(
                                                            "originator",
                                                            speaker.actor().organisation().value()))
                                    .untimed());
        } catch (InvalidValue value) {
            reading.problem(
                    value.at(
                            value.field().startsWith("label")
                                    ? below(value.field())
                                    : where + "." + value.field()));
        } catch (JacksonException shape) {
            reading.problem(
                    where,
                    "value.label-form",
                    "must have an audience, a list of objects with to and upTo, and a sensitivity");
        }
        return Optional.empty();
    }
}
