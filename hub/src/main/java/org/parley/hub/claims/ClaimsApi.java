package org.parley.hub.claims;

import java.util.List;
import java.util.Optional;
import org.parley.hub.api.Asked;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.Page;
import org.parley.hub.api.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Claims, sources, counting rules and rival figures as JSON.
@RestController
@RequestMapping("/api/v1/operations/{operation}")
class ClaimsApi {

    private final Claims claims;

    ClaimsApi(Claims claims) {
        this.claims = claims;
    }

    @GetMapping("/claims")
    Page<ClaimView> list(Asked asked, Paging paging, @RequestParam Optional<String> kind) {
        var oneMore =
                claims.list(
                        asked.sight(),
                        asked.cut(),
                        kind.map(ClaimKind::of).orElse(null),
                        paging.after().orElse(""),
                        paging.limit() + 1);
        return Page.of(oneMore, paging, claim -> claim.by() + "/" + claim.claim());
    }

    @GetMapping("/claims/{by}/{claim}")
    ClaimView get(Asked asked, @PathVariable String by, @PathVariable String claim) {
        return claims.find(asked.sight(), asked.cut(), by, claim).orElseThrow(NotFound::new);
    }

    @GetMapping("/sources")
    List<SourceView> sources(Asked asked) {
        return claims.sources(asked.sight(), asked.cut());
    }

    @GetMapping("/counting-rules")
    List<RuleView> rules(Asked asked) {
        return claims.rules(asked.sight(), asked.cut());
    }

    /// The series for which more than one figure is known.
    @GetMapping("/rival-figures")
    List<String> contested(Asked asked) {
        return claims.contested(asked.sight(), asked.cut());
    }

    @GetMapping("/rival-figures/{series}")
    Rivals rivals(Asked asked, @PathVariable String series) {
        var rivals = claims.rivals(asked.sight(), asked.cut(), series);
        if (rivals.figures().isEmpty()) {
            throw new NotFound();
        }
        return rivals;
    }
}
