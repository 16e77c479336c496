package org.parley.hub.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Outcome;
import org.parley.hub.journal.Refusal;
import org.parley.kernel.id.StatementId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Turns what became of a statement into an HTTP answer: 201 with the receipt, 200 for a
/// repetition, 202 while the signer is away, 422 for what is refused.
@Component
public class Answers {

    private final Problems problems;

    Answers(Problems problems) {
        this.problems = problems;
    }

    /// @param status `recorded`, `repeated`, `pending` or, while a second person must agree, `held`
    /// @param receipt the proof; absent while pending
    /// @param heldTexts how many texts are held back until their submitter and a second person
    ///     release or strike them; absent where none are
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RecordedView(
            String id,
            long index,
            String status,
            @Nullable String receipt,
            @Nullable Integer heldTexts) {}

    /// A proposal that waits for a second person: the act is not done yet.
    public ResponseEntity<?> held(Outcome outcome, Speaker speaker, HttpServletRequest request) {
        return outcome instanceof Outcome.Recorded(var id, long index, var receipt, _, _)
                ? ResponseEntity.accepted()
                        .location(proposal(speaker, id))
                        .body(new RecordedView(id.toString(), index, "held", receipt.text(), null))
                : of(outcome, speaker, request);
    }

    private static URI proposal(Speaker speaker, StatementId id) {
        return URI.create("/api/v1/operations/%s/proposals/%s".formatted(speaker.operation(), id));
    }

    public ResponseEntity<?> of(Outcome outcome, Speaker speaker, HttpServletRequest request) {
        return switch (outcome) {
            case Outcome.Recorded(var id, long index, var receipt, boolean repeated, int texts) ->
                    (repeated ? ResponseEntity.ok() : ResponseEntity.created(address(speaker, id)))
                            .body(
                                    new RecordedView(
                                            id.toString(),
                                            index,
                                            repeated ? "repeated" : "recorded",
                                            receipt.text(),
                                            texts == 0 ? null : texts));
            case Outcome.Pending(var id, long index) ->
                    ResponseEntity.accepted()
                            .header("Retry-After", "2")
                            .body(new RecordedView(id.toString(), index, "pending", null, null));
            case Outcome.Refused(_, var why) ->
                    problems.of(HttpStatus.UNPROCESSABLE_CONTENT, why, request);
            case Outcome.Conflict(var id) ->
                    problems.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            new Refusal("journal.id-taken", Map.of("id", id.toString())),
                            request);
        };
    }

    /// Where the statement can be read, by those to whom it is addressed.
    private static URI address(Speaker speaker, StatementId id) {
        return URI.create(
                "/api/v1/operations/%s/statements/%s/%s"
                        .formatted(speaker.operation(), speaker.actor().organisation(), id));
    }
}
