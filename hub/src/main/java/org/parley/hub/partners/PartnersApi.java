package org.parley.hub.partners;

import java.util.List;
import org.parley.hub.api.Asked;
import org.parley.hub.api.NotFound;
import org.parley.kernel.id.PartnerId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Partners as JSON.
@RestController
@RequestMapping("/api/v1/operations/{operation}")
class PartnersApi {

    private final Partners partners;

    PartnersApi(Partners partners) {
        this.partners = partners;
    }

    @GetMapping("/partners")
    List<PartnerView> list(Asked asked) {
        return partners.list(asked.sight(), asked.cut());
    }

    @GetMapping("/partners/{partner}")
    PartnerView find(Asked asked, @PathVariable PartnerId partner) {
        return partners.find(asked.sight(), asked.cut(), partner).orElseThrow(NotFound::new);
    }

    @GetMapping("/working-groups")
    List<GroupView> groups(Asked asked) {
        return partners.groups(asked.sight(), asked.cut());
    }

    @GetMapping("/footprint-rules")
    List<FootprintRule> footprintRules(Asked asked) {
        return partners.footprintRules(asked.sight(), asked.cut());
    }
}
