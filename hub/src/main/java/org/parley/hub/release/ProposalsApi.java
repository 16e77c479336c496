package org.parley.hub.release;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.parley.hub.api.Answers;
import org.parley.hub.api.Asked;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.Speaker;
import org.parley.kernel.id.StatementId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Acts that wait for a second person, as JSON.
@RestController
@RequestMapping("/api/v1/operations/{operation}/proposals")
class ProposalsApi {

    private final Proposals proposals;
    private final Answers answers;

    ProposalsApi(Proposals proposals, Answers answers) {
        this.proposals = proposals;
        this.answers = answers;
    }

    @GetMapping
    List<ProposalView> list(Asked asked) {
        return proposals.list(asked);
    }

    @GetMapping("/{id}")
    ProposalView find(Asked asked, @PathVariable StatementId id) {
        return proposals.find(asked, id).orElseThrow(NotFound::new);
    }

    /// The second person agrees, and the act is done.
    @PostMapping("/{id}/agreement")
    ResponseEntity<?> agree(
            Asked asked,
            Speaker speaker,
            @PathVariable StatementId id,
            HttpServletRequest request) {
        var outcome = proposals.agree(asked, speaker, id).orElseThrow(NotFound::new);
        return answers.of(outcome, speaker, request);
    }
}
