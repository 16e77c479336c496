package org.parley.hub.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.Speaker;
import org.parley.hub.journal.Refusal;
import org.parley.hub.release.ProposalView;
import org.parley.hub.release.Proposals;
import org.parley.kernel.id.StatementId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The desk of what is released: acts that wait for a second person, held texts, recalls to answer,
/// and who has answered one's own.
@PageController
class ReleaseController {

    private final RecallPart recalls;
    private final HeldTextsPart held;
    private final Proposals proposals;
    private final ProposalPages pages;
    private final Saying saying;

    ReleaseController(
            RecallPart recalls,
            HeldTextsPart held,
            Proposals proposals,
            ProposalPages pages,
            Saying saying) {
        this.recalls = recalls;
        this.held = held;
        this.proposals = proposals;
        this.pages = pages;
        this.saying = saying;
    }

    @GetMapping("/o/{operation}/release")
    ListPage desk(Visit visit) {
        var title = visit.say("release.desk");
        return new ListPage(
                visit.shell(Section.JOURNAL, title),
                title,
                visit.say("release.desk.note"),
                List.of(),
                List.of(Link.to(visit.say("journal.title"), visit.keeping("/journal"))),
                visit.speaks()
                        ? List.of(
                                Link.to(
                                        visit.say("say.large-export"),
                                        visit.at("/say/large-export")))
                        : List.of(),
                List.of(
                        pages.all(visit, proposals.list(visit.asked())),
                        held.all(visit),
                        recalls.all(visit)),
                Optional.empty(),
                Optional.empty());
    }

    /// An act that waits for a second person.
    @GetMapping("/o/{operation}/release/proposals/{id}")
    FormPage proposal(Visit visit, @PathVariable StatementId id) {
        return pages.of(visit, find(visit, id), List.of());
    }

    private ProposalView find(Visit visit, StatementId id) {
        return proposals.find(visit.asked(), id).orElseThrow(NotFound::new);
    }

    @PostMapping("/o/{operation}/release/proposals/{id}")
    ResponseEntity<?> agree(Visit visit, Speaker speaker, @PathVariable StatementId id) {
        var proposal = find(visit, id);
        var refused = proposals.refusal(speaker, proposal);
        if (refused.isPresent()) {
            var why = new Refusal(refused.get(), Map.of());
            return mend(visit, proposal, List.of(saying.problem(visit, why)));
        }
        var outcome = proposals.agree(visit.asked(), speaker, id).orElseThrow(NotFound::new);
        return switch (saying.answer(visit, speaker, outcome)) {
            case Saying.Answer.Said(var page) -> Redirects.to(visit.at(page));
            case Saying.Answer.Mend(var problems, _) -> mend(visit, proposal, problems);
        };
    }

    private ResponseEntity<?> mend(
            Visit visit, ProposalView proposal, List<FormPage.Problem> problems) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .body(pages.of(visit, proposal, problems));
    }
}
