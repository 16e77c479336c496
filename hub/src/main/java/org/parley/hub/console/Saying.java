package org.parley.hub.console;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.hub.api.NotSigned;
import org.parley.hub.api.SecondPerson;
import org.parley.hub.api.Speaker;
import org.parley.hub.api.StatementRequest;
import org.parley.hub.api.Submissions;
import org.parley.hub.console.FormPage.Problem;
import org.parley.hub.journal.Clocks;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Outcome;
import org.parley.hub.journal.Refusal;
import org.parley.hub.journal.StatementView;
import org.parley.hub.journal.Statements;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.StatementId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// Says a statement that somebody made with a form. The form carries the statement's id, so sending
/// it twice stores it once; what became of it is the statement's page, or problems to mend.
@Component
class Saying {

    private final Journal journal;
    private final Statements statements;
    private final Submissions submissions;
    private final SecondPerson secondPerson;
    private final Clocks clocks;
    private final StatementWords words;

    Saying(
            Journal journal,
            Statements statements,
            Submissions submissions,
            SecondPerson secondPerson,
            Clocks clocks,
            StatementWords words) {
        this.journal = journal;
        this.statements = statements;
        this.submissions = submissions;
        this.secondPerson = secondPerson;
        this.clocks = clocks;
        this.words = words;
    }

    /// What a form gets as answer.
    sealed interface Answer {

        /// In the journal.
        ///
        /// @param page the path of its page, below the operation
        record Said(String page) implements Answer {}

        /// To be mended and sent again.
        ///
        /// @param statement the id to send it under: another one where this is taken
        record Mend(List<Problem> problems, String statement) implements Answer {}
    }

    /// What somebody says with a form.
    ///
    /// @param occurred when it was so, where its author said a moment; else it is said of now
    /// @param label to whom; what is usual where it is empty
    record What(
            String type,
            String statement,
            Optional<Instant> occurred,
            Optional<ObjectNode> label,
            ObjectNode says,
            Optional<StatementRequest.AuthorProof> proof) {

        What(
                String type,
                String statement,
                Optional<Instant> occurred,
                Optional<ObjectNode> label,
                ObjectNode says) {
            this(type, statement, occurred, label, says, Optional.empty());
        }

        /// The same with its author's signature over it, which was made of a moment.
        What signed(Instant at, StatementRequest.AuthorProof by) {
            return new What(type, statement, Optional.of(at), label, says, Optional.of(by));
        }
    }

    Answer say(Visit visit, Speaker speaker, What what) {
        try {
            var said = request(speaker, what);
            if (isHeld(speaker, said)) {
                return proposed(visit, speaker, said);
            }
            var outcome = submit(speaker, said);
            if (outcome instanceof Outcome.Conflict(var id) && what.occurred().isEmpty()) {
                outcome =
                        before(visit, speaker, id)
                                .map(at -> submit(speaker, request(what, at)))
                                .orElse(outcome);
            }
            return answer(visit, speaker, outcome);
        } catch (NotSigned refused) {
            return mend(visit, refused.why(), what.statement());
        } catch (InvalidValue value) {
            return new Answer.Mend(List.of(problem(visit.words(), value)), what.statement());
        }
    }

    private boolean isHeld(Speaker speaker, StatementRequest request) {
        return secondPerson.holds(submissions.of(speaker, request, null));
    }

    /// A second person must agree: on to the proposal's page. A form that is sent again differs in
    /// nothing but its moment, and leads there too.
    private Answer proposed(Visit visit, Speaker speaker, StatementRequest request) {
        var outcome = submit(speaker, request);
        return outcome instanceof Outcome.Conflict
                        || answer(visit, speaker, outcome) instanceof Answer.Said
                ? new Answer.Said("/release/proposals/" + request.id())
                : answer(visit, speaker, outcome);
    }

    /// The statement as a program would send it.
    StatementRequest request(Speaker speaker, What what) {
        return request(what, what.occurred().orElseGet(() -> now(speaker)));
    }

    private static StatementRequest request(What what, Instant at) {
        return new StatementRequest(
                what.type(),
                what.statement(),
                at,
                what.label().orElse(null),
                null,
                null,
                null,
                null,
                what.says(),
                what.proof().orElse(null));
    }

    private Outcome submit(Speaker speaker, StatementRequest request) {
        return journal.submit(submissions.of(speaker, request, null));
    }

    /// No finer than the journal keeps it, so that a repetition can be said alike.
    private Instant now(Speaker speaker) {
        return clocks.now(speaker.operation()).truncatedTo(ChronoUnit.MILLIS);
    }

    /// When the statement of this id was said: the same form that was sent a moment ago differs
    /// from it in nothing but that.
    private Optional<Instant> before(Visit visit, Speaker speaker, StatementId id) {
        var originator = speaker.actor().organisation();
        return journal.find(speaker.operation(), originator, id)
                .flatMap(
                        _ ->
                                statements.find(
                                        visit.sight(),
                                        journal.now(speaker.operation()),
                                        originator,
                                        id))
                .map(StatementView::claimedAt);
    }

    Answer answer(Visit visit, Speaker speaker, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded(var id, _, _, _, _) -> said(speaker, id);
            case Outcome.Pending(var id, _) -> said(speaker, id);
            case Outcome.Refused(var id, var why) -> mend(visit, why, id.toString());
            case Outcome.Conflict(var id) ->
                    mend(
                            visit,
                            new Refusal("journal.id-taken", Map.of("id", id.toString())),
                            FormPage.newStatement());
        };
    }

    private static Answer said(Speaker speaker, StatementId id) {
        return new Answer.Said("/journal/" + speaker.actor().organisation() + "/" + id + "?said=1");
    }

    private Answer mend(Visit visit, Refusal why, String statement) {
        return new Answer.Mend(List.of(problem(visit, why)), statement);
    }

    Problem problem(Visit visit, Refusal why) {
        return new Problem(
                Optional.empty(), visit.words().refusal(words.values(visit).worded(why)));
    }

    /// A value that the statement's own rules do not allow, at the field that it was typed into.
    static Problem problem(Words words, InvalidValue value) {
        var field = value.field().replaceFirst("^says\\.", "");
        var label = words.orCode("field.", field.replaceAll(".*\\.", ""));
        return new Problem(
                Optional.of(field),
                words.say("form.problem.value", label)
                        + " "
                        + words.say("form.problem.fault", words.fault(value)));
    }
}
