package org.parley.hub.console;

import org.parley.hub.api.NotFound;
import org.parley.hub.flow.Flow;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// One consignment whole, on one page.
@PageController
class ConsignmentController {

    private final Flow flow;
    private final ConsignmentDesk desk;

    ConsignmentController(Flow flow, ConsignmentDesk desk) {
        this.flow = flow;
        this.desk = desk;
    }

    @GetMapping("/o/{operation}/flow/{consignment}")
    ConsignmentPage show(Visit visit, @PathVariable String consignment) {
        return flow.find(visit.sight(), visit.cut(), consignment)
                .map(found -> desk.page(visit, found))
                .orElseThrow(NotFound::new);
    }
}
