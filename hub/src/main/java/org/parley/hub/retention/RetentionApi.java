package org.parley.hub.retention;

import org.parley.hub.api.Asked;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// For what and how long an operation keeps, as JSON.
@RestController
@RequestMapping("/api/v1/operations/{operation}")
class RetentionApi {

    private final Retention retention;

    RetentionApi(Retention retention) {
        this.retention = retention;
    }

    @GetMapping("/retention")
    RetentionView view(Asked asked) {
        return retention.view(asked);
    }
}
