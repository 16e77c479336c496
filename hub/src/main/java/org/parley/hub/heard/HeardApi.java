package org.parley.hub.heard;

import org.parley.hub.api.Asked;
import org.parley.hub.api.Paging;
import org.parley.kernel.id.PartnerId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What was delivered to whom, and what awaits an answer, as JSON.
@RestController
@RequestMapping("/api/v1/operations/{operation}")
class HeardApi {

    private final KnownTo known;
    private final Silence silence;

    HeardApi(KnownTo known, Silence silence) {
        this.known = known;
        this.silence = silence;
    }

    /// What an organisation could know at the moment that `asOf` names.
    @GetMapping("/known-to/{partner}")
    KnownToView knownTo(Asked asked, @PathVariable PartnerId partner, Paging paging) {
        return known.find(asked, partner, paging);
    }

    /// Every question that awaits an answer or had one, by the hub's clock.
    @GetMapping("/silence")
    SilenceView silence(Asked asked, Paging paging) {
        return silence.ledger(asked.sight(), asked.cut(), paging);
    }
}
