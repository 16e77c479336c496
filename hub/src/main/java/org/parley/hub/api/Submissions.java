package org.parley.hub.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.hub.access.HighValueAct;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Clocks;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Kinds;
import org.parley.hub.journal.Refusal;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.Submission;
import org.parley.kernel.InvalidValue;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Turns the text of a statement into values: strictly, so that a misspelt field is refused by name
/// and nothing that somebody said is dropped. [StatementRequest] is the form.
@Component
public class Submissions {

    private static final String[] FORM = {
        "type",
        "id",
        "claimedAt",
        "label",
        "device",
        "seen",
        "replaces",
        "answers",
        "says",
        "authorProof"
    };

    /// Stands for the id of what is not going to be said.
    private static final String NO_ID = "00000000-0000-4000-8000-000000000000";

    /// How the ids of enrolled devices begin.
    public static final String ENROLLED = "key.";

    private final Kinds kinds;
    private final Clocks clocks;
    private final Journal journal;
    private final StepUp stepUp;
    private final SecondPerson secondPerson;
    private final AuthorSigning signing;
    private final JsonMapper strict;

    Submissions(
            Kinds kinds,
            Clocks clocks,
            Journal journal,
            StepUp stepUp,
            SecondPerson secondPerson,
            AuthorSigning signing,
            JsonMapper json) {
        this.kinds = kinds;
        this.clocks = clocks;
        this.journal = journal;
        this.stepUp = stepUp;
        this.secondPerson = secondPerson;
        this.signing = signing;
        this.strict = Reading.strict(json);
    }

    /// The same for a statement that is put together here, as a form's is.
    ///
    /// @throws InvalidValue the first thing that cannot be
    public Submission<?> of(
            Speaker speaker, StatementRequest request, @Nullable String idempotencyKey) {
        try {
            return of(speaker, "", strict.valueToTree(request), idempotencyKey);
        } catch (InvalidValues values) {
            throw values.values().getFirst();
        }
    }

    /// @param path of the statement in the request, empty where it is all of it
    /// @param idempotencyKey the id where the statement has none
    /// @throws InvalidValues naming everything that cannot be
    Submission<?> of(
            Speaker speaker, String path, JsonNode statement, @Nullable String idempotencyKey) {
        return of(speaker, path, statement, idempotencyKey, stepUp::demandFor, secondPerson::held);
    }

    /// The act that a proposal holds, said by the second person.
    ///
    /// @throws InvalidValue the first thing that cannot be
    public Submission<?> agreed(Speaker speaker, JsonNode statement) {
        try {
            return of(speaker, "", statement, null, stepUp::demandFor, AS_IT_IS);
        } catch (InvalidValues values) {
            throw values.values().getFirst();
        }
    }

    /// What becomes of an act that has been read.
    private interface Holding {
        Submission<?> held(Speaker speaker, String type, Submission<?> act, ObjectNode statement);
    }

    private static final Holding AS_IT_IS = (_, _, act, _) -> act;

    /// @param door what stands before statements of the type
    /// @param holding what stands between it and its effect
    private Submission<?> of(
            Speaker speaker,
            String path,
            JsonNode statement,
            @Nullable String idempotencyKey,
            Consumer<String> door,
            Holding holding) {
        var reading = Reading.with(strict);
        var given = reading.object(path, statement, FORM);
        if (given.isEmpty()) {
            reading.finish();
        }
        var form = given.orElseThrow();
        var type = reading.field(path, form, "type", String.class);
        if (type.isEmpty()) {
            reading.problem(
                    Envelope.below(path, "type"),
                    "value.type-missing",
                    "is missing: one of the hub's statement types");
            reading.finish();
        }
        var kind = kinds.require(type.orElseThrow());
        door.accept(kind.type());
        var envelope = new Envelope(path, form, reading);
        var proof = envelope.authorProof();
        form.remove("authorProof");
        var act = of(kind, speaker, envelope, idempotencyKey);
        var said = holding.held(speaker, kind.type(), act, form);
        return proof.isEmpty() ? said : signing.signed(said, proof.get());
    }

    /// A statement as it would be said now: for its author, who is to sign it first.
    ///
    /// @throws InvalidValues naming everything that cannot be
    public Submission<?> toBeSigned(Speaker speaker, byte[] statement) {
        return of(speaker, "", BoundedJson.tree(statement), null);
    }

    /// A statement that a device signed, from its text. It is said as it was signed, so it names
    /// itself, its time, to whom it goes and its place in the device's order.
    ///
    /// @param text an object whose member `statement` it is
    /// @throws InvalidValues naming everything that cannot be
    /// @throws NotAllowed where a fresh proof or a second person is wanted, which no device is
    public Submission<?> signed(Speaker speaker, byte[] text) {
        var statement = BoundedJson.tree(text).path("statement");
        var reading = Reading.with(strict);
        for (var needed : List.of("id", "claimedAt", "label", "device")) {
            if (!statement.hasNonNull(needed)) {
                reading.problem(Envelope.below("statement", needed), "value.missing", "is missing");
            }
        }
        reading.finish();
        return of(speaker, "statement", statement, null, Submissions::notOfValue, this::notHeld);
    }

    private static void notOfValue(String type) {
        if (Arrays.stream(HighValueAct.values()).anyMatch(act -> act.statements().contains(type))) {
            throw notForDevices();
        }
    }

    private Submission<?> notHeld(
            Speaker speaker, String type, Submission<?> act, ObjectNode statement) {
        if (secondPerson.held(speaker, type, act, statement) != act) {
            throw notForDevices();
        }
        return act;
    }

    private static NotAllowed notForDevices() {
        return new NotAllowed(new Refusal("devices.not-for-devices", Map.of()));
    }

    /// A statement that is not going to be said: nothing is asked of who tries it but that it can
    /// be read.
    ///
    /// @throws InvalidValues naming everything that cannot be
    public Submission<?> unsaid(Speaker speaker, byte[] statement) {
        return unsaid(speaker, BoundedJson.tree(statement));
    }

    /// The same for a statement that is put together here.
    ///
    /// @throws InvalidValue the first thing that cannot be
    public Submission<?> unsaid(Speaker speaker, StatementRequest request) {
        try {
            return unsaid(speaker, strict.valueToTree(request));
        } catch (InvalidValues values) {
            throw values.values().getFirst();
        }
    }

    private Submission<?> unsaid(Speaker speaker, JsonNode statement) {
        return of(speaker, "", statement, NO_ID, _ -> {}, AS_IT_IS);
    }

    private <B extends Record & Body> Submission<B> of(
            StatementKind<B> kind,
            Speaker speaker,
            Envelope envelope,
            @Nullable String idempotencyKey) {
        var reading = envelope.reading();
        var id = envelope.id(idempotencyKey);
        var claimedAt = envelope.claimedAt();
        var device = envelope.device(speaker);
        var seen = envelope.seen();
        var references = envelope.references();
        var label = envelope.label(speaker);
        var body =
                reading.record(envelope.below("says"), envelope.form().path("says"), kind.body());
        reading.finish();
        var says = body.orElseThrow();
        return new Submission<>(
                speaker.operation(),
                id.orElseThrow(),
                speaker.actor(),
                label.orElseGet(
                        () -> kind.usualLabel(journal.sightWhenAsked(speaker.reader()), says)),
                claimedAt.orElseGet(() -> now(speaker)),
                says,
                device,
                seen,
                references);
    }

    private Instant now(Speaker speaker) {
        return clocks.now(speaker.operation());
    }
}
