package org.parley.hub.api;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Clocks;
import org.parley.hub.journal.Kinds;
import org.parley.hub.journal.LabelText;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.Submission;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.statement.DeviceSequence;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Turns the text of a statement into values: strictly, so that a misspelt field is refused by name
/// and nothing that somebody said is dropped.
@Component
public class Submissions {

    private final Kinds kinds;
    private final Clocks clocks;
    private final JsonMapper strict;

    Submissions(Kinds kinds, Clocks clocks, JsonMapper json) {
        this.kinds = kinds;
        this.clocks = clocks;
        this.strict =
                json.rebuild()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .build();
    }

    public Submission<?> of(
            Speaker speaker, StatementRequest request, @Nullable String idempotencyKey) {
        return of(kinds.require(request.type()), speaker, request, idempotencyKey);
    }

    private <B extends Record & Body> Submission<B> of(
            StatementKind<B> kind,
            Speaker speaker,
            StatementRequest request,
            @Nullable String idempotencyKey) {
        var body = body(kind, request.says());
        return new Submission<>(
                speaker.operation(),
                id(request, idempotencyKey),
                speaker.actor(),
                label(kind, speaker, request, body),
                claimedAt(speaker, request),
                body,
                Optional.ofNullable(request.device())
                        .map(device -> new DeviceSequence(device.id(), device.seq())),
                Optional.ofNullable(request.seen()));
    }

    private static StatementId id(StatementRequest request, @Nullable String idempotencyKey) {
        var given = request.id() == null ? idempotencyKey : request.id();
        if (given == null) {
            throw new InvalidValue(
                    "id", "is missing: give the statement a UUID, so that it can be sent again");
        }
        return StatementId.parse(given);
    }

    private Instant claimedAt(Speaker speaker, StatementRequest request) {
        return request.claimedAt() == null ? clocks.now(speaker.operation()) : request.claimedAt();
    }

    private static <B extends Record & Body> Label label(
            StatementKind<B> kind, Speaker speaker, StatementRequest request, B body) {
        var originator = speaker.actor().organisation();
        if (request.label() == null) {
            return kind.usualLabel(speaker.operation(), originator, body);
        }
        return LabelText.read(request.label().put("originator", originator.value()));
    }

    private <B extends Record & Body> B body(StatementKind<B> kind, ObjectNode says) {
        try {
            return strict.treeToValue(says, kind.body());
        } catch (DatabindException unreadable) {
            throw JsonPath.invalid("says", unreadable);
        }
    }
}
