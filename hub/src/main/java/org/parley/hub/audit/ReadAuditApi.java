package org.parley.hub.audit;

import java.util.List;
import org.parley.hub.api.Asked;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.Page;
import org.parley.hub.api.Paging;
import org.parley.hub.api.Requests;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who read one's own exact records, as JSON.
@RestController
@RequestMapping("/api/v1/operations/{operation}")
class ReadAuditApi {

    private final ReadAudit audit;
    private final Requests requests;

    ReadAuditApi(ReadAudit audit, Requests requests) {
        this.audit = audit;
        this.requests = requests;
    }

    /// Who read exact fields of a statement, for its originator only, the newest first.
    @GetMapping("/statements/{originator}/{id}/readers")
    Page<ReadView> readers(
            Asked asked,
            @PathVariable PartnerId originator,
            @PathVariable StatementId id,
            Paging paging) {
        if (!asked.reader().organisation().equals(originator)) {
            throw new NotFound();
        }
        return audit.of(asked, id, paging).orElseThrow(NotFound::new);
    }

    /// Who read exact fields of any statement of one's own organisation, the newest first.
    @GetMapping("/readers")
    Page<ReadView> all(Asked asked, Paging paging) {
        return audit.all(asked, paging);
    }

    /// Accounts that read more of one's own records than they usually do; for officers those of
    /// their own organisation too. The newest first.
    @GetMapping("/reader-alerts")
    List<ReadAlertView> alerts(Asked asked) {
        return audit.alerts(
                asked, requests.signedIn().filter(who -> who.duties().officer()).isPresent());
    }
}
