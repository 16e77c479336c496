package org.parley.hub.console;

import java.util.List;
import org.parley.hub.api.Paging;
import org.parley.hub.audit.ReadAudit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/// Who read exact fields of one's own records, and whose reading was unusual.
@PageController
class ReadersController {

    private final ReadAudit audit;
    private final ReadersPart part;

    ReadersController(ReadAudit audit, ReadersPart part) {
        this.audit = audit;
        this.part = part;
    }

    @GetMapping("/o/{operation}/readers")
    ListPage list(Visit visit, Paging paging) {
        var title = visit.say("readers.title");
        var page = audit.all(visit.asked(), paging);
        return new ListPage(
                visit.shell(Section.JOURNAL, title),
                title,
                visit.say("readers.intro"),
                List.of(),
                List.of(Link.to(visit.say("journal.title"), visit.keeping("/journal"))),
                List.of(),
                List.of(part.alerts(visit), part.reads(visit, page.items())),
                paging.after()
                        .map(_ -> Link.to(visit.say("list.newest"), visit.keeping("/readers"))),
                page.nextCursor()
                        .map(cursor -> Link.to(visit.say("list.older"), older(visit, cursor))));
    }

    private static String older(Visit visit, String cursor) {
        return visit.moment()
                .keptIn(
                        UriComponentsBuilder.fromPath(visit.at("/readers"))
                                .queryParam("after", cursor)
                                .encode()
                                .toUriString());
    }
}
