package org.parley.hub.console;

import org.parley.hub.journal.Journal;
import org.parley.kernel.id.OperationId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/// The operations that the account may enter.
@PageController
class OperationsController {

    private final Journal journal;

    OperationsController(Journal journal) {
        this.journal = journal;
    }

    @GetMapping("/")
    ResponseEntity<?> list(Visitor visitor) {
        if (visitor.who().isEmpty()) {
            return Redirects.to("/sign-in");
        }
        return ResponseEntity.ok(
                new OperationsPage(
                        visitor.shell(visitor.say("operations.title")),
                        visitor.operations().stream()
                                .map(
                                        head ->
                                                new OperationsPage.Row(
                                                        head,
                                                        journal.now(new OperationId(head.id()))
                                                                .size()))
                                .toList()));
    }
}
