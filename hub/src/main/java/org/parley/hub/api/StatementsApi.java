package org.parley.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Outcome;
import org.parley.hub.journal.Receipt;
import org.parley.hub.journal.Refusal;
import org.parley.hub.journal.StatementFilter;
import org.parley.hub.journal.StatementView;
import org.parley.hub.journal.Statements;
import org.parley.hub.journal.Submission;
import org.parley.hub.journal.UnknownStatementType;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Statements as JSON: the one way in for everything that can be said, and the journal to read.
@RestController
@RequestMapping("/api/v1/operations/{operation}/statements")
class StatementsApi {

    /// Statements in one request at most; longer lists are files for the import.
    static final int MOST = 500;

    private static final int MOST_PROBLEMS = 50;

    private final Journal journal;
    private final Statements statements;
    private final Submissions submissions;
    private final SecondPerson secondPerson;
    private final Answers answers;

    StatementsApi(
            Journal journal,
            Statements statements,
            Submissions submissions,
            SecondPerson secondPerson,
            Answers answers) {
        this.journal = journal;
        this.statements = statements;
        this.submissions = submissions;
        this.secondPerson = secondPerson;
        this.answers = answers;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> say(
            Speaker speaker,
            @RequestBody byte[] body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request) {
        var submission = submissions.of(speaker, "", BoundedJson.tree(body), key);
        var outcome = journal.submit(submission);
        return secondPerson.holds(submission)
                ? answers.held(outcome, speaker, request)
                : answers.of(outcome, speaker, request);
    }

    /// What became of one statement of a batch.
    ///
    /// @param status `recorded`, `repeated`, `pending`, `held`, `refused` or `conflict`
    record OutcomeView(String id, String status, @Nullable Long index, @Nullable Refusal why) {}

    @PostMapping(value = "/batch", consumes = MediaType.APPLICATION_JSON_VALUE)
    List<OutcomeView> sayAll(Speaker speaker, @RequestBody byte[] body) {
        var statements = BoundedJson.tree(body);
        if (!statements.isArray() || statements.isEmpty() || statements.size() > MOST) {
            throw new InvalidValue(
                    "", "value.statements", "must be a list of 1 to {most} statements", MOST);
        }
        var said = new ArrayList<Submission<?>>();
        var problems = new ArrayList<InvalidValue>();
        for (int i = 0; i < statements.size(); i++) {
            try {
                said.add(submissions.of(speaker, "[%d]".formatted(i), statements.get(i), null));
            } catch (InvalidValues values) {
                problems.addAll(values.values());
            } catch (UnknownStatementType unknown) {
                problems.add(
                        new InvalidValue(
                                "[%d].type".formatted(i),
                                "value.type",
                                "is no type that this hub knows: '{was}'",
                                unknown.type()));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidValues(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
        }
        var outcomes = journal.submitAll(said);
        return IntStream.range(0, said.size())
                .mapToObj(i -> view(outcomes.get(i), secondPerson.holds(said.get(i))))
                .toList();
    }

    private static OutcomeView view(Outcome outcome, boolean held) {
        return switch (outcome) {
            case Outcome.Recorded(var id, long index, _, _, _) when held ->
                    new OutcomeView(id.toString(), "held", index, null);
            case Outcome.Recorded(var id, long index, _, boolean repeated, _) ->
                    new OutcomeView(id.toString(), repeated ? "repeated" : "recorded", index, null);
            case Outcome.Pending(var id, long index) ->
                    new OutcomeView(id.toString(), "pending", index, null);
            case Outcome.Refused(var id, var why) ->
                    new OutcomeView(id.toString(), "refused", null, why);
            case Outcome.Conflict(var id) ->
                    new OutcomeView(
                            id.toString(),
                            "conflict",
                            null,
                            new Refusal("journal.id-taken", Map.of("id", id.toString())));
        };
    }

    /// The newest first.
    @GetMapping
    Page<StatementView> list(
            Asked asked,
            Paging paging,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String originator,
            @RequestParam(required = false) @Nullable String subject) {
        var found =
                statements.list(
                        asked.sight(),
                        asked.cut(),
                        new StatementFilter(type, originator, subject),
                        paging.afterIndex().orElse(null),
                        paging.limit() + 1);
        return Page.of(found, paging, last -> Long.toString(last.index()));
    }

    @GetMapping("/{originator}/{id}")
    StatementView find(
            Asked asked, @PathVariable PartnerId originator, @PathVariable StatementId id) {
        return statements
                .find(asked.sight(), asked.cut(), originator, id)
                .orElseThrow(NotFound::new);
    }

    @GetMapping(value = "/{originator}/{id}/receipt", produces = MediaType.TEXT_PLAIN_VALUE)
    String receipt(Asked asked, @PathVariable PartnerId originator, @PathVariable StatementId id) {
        return statements
                .receipt(asked.sight(), asked.cut(), originator, id)
                .map(Receipt::text)
                .orElseThrow(NotFound::new);
    }

    /// Statement, what the reader may see of it, and receipt in one file for the verifier.
    @GetMapping(
            value = "/{originator}/{id}/package",
            produces = "application/vnd.parley.disclosure+json")
    String disclosure(
            Asked asked, @PathVariable PartnerId originator, @PathVariable StatementId id) {
        return statements
                .disclosure(asked.sight(), asked.cut(), originator, id)
                .orElseThrow(NotFound::new);
    }
}
