package org.parley.hub.console;

import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;

/// The desk of what was released: recalls to answer, and who has answered one's own.
@PageController
class ReleaseController {

    private final RecallPart recalls;

    ReleaseController(RecallPart recalls) {
        this.recalls = recalls;
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
                List.of(),
                List.of(recalls.all(visit)),
                Optional.empty(),
                Optional.empty());
    }
}
