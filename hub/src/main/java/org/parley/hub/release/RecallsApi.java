package org.parley.hub.release;

import java.util.List;
import org.parley.hub.api.Asked;
import org.parley.hub.api.NotFound;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Recalled statements as JSON.
@RestController
@RequestMapping("/api/v1/operations/{operation}")
class RecallsApi {

    private final Recalls recalls;

    RecallsApi(Recalls recalls) {
        this.recalls = recalls;
    }

    @GetMapping("/recalls")
    List<RecallView> list(Asked asked) {
        return recalls.list(asked);
    }

    @GetMapping("/statements/{originator}/{id}/recall")
    RecallView find(Asked asked, @PathVariable PartnerId originator, @PathVariable StatementId id) {
        return recalls.find(asked, originator, id).orElseThrow(NotFound::new);
    }
}
