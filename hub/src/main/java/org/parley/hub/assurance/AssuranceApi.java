package org.parley.hub.assurance;

import org.parley.hub.api.Asked;
import org.parley.hub.api.NotFound;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Who stands behind a statement, as JSON.
@RestController
class AssuranceApi {

    private final Assurances assurances;

    AssuranceApi(Assurances assurances) {
        this.assurances = assurances;
    }

    @GetMapping("/api/v1/operations/{operation}/statements/{originator}/{id}/assurance")
    AssuranceView find(
            Asked asked, @PathVariable PartnerId originator, @PathVariable StatementId id) {
        return assurances.find(asked, originator, id).orElseThrow(NotFound::new);
    }
}
