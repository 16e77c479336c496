package org.parley.hub.claims;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.hub.api.Asked;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.Page;
import org.parley.hub.api.Paging;
import org.parley.hub.api.Requests;
import org.parley.kernel.InvalidValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Registers of observed rows as JSON. Every figure comes with its register, which carries source,
/// rule and coverage.
@RestController
@RequestMapping("/api/v1/operations/{operation}/registers")
class RegistersApi {

    private final Observations observations;
    private final Requests requests;

    RegistersApi(Observations observations, Requests requests) {
        this.observations = observations;
        this.requests = requests;
    }

    /// Totals beside what they were counted by.
    record TotalsView(RegisterView register, List<String> by, List<TotalView> totals) {}

    @GetMapping
    List<RegisterView> list(Asked asked) {
        return observations.list(asked.sight(), asked.cut());
    }

    @GetMapping("/{by}/{source}")
    RegisterView get(Asked asked, @PathVariable String by, @PathVariable String source) {
        return register(asked, by, source);
    }

    /// @param count what to count by, joined by commas: `month,place`
    @GetMapping("/{by}/{source}/totals")
    TotalsView totals(
            Asked asked,
            @PathVariable String by,
            @PathVariable String source,
            @RequestParam(defaultValue = "month,place") String count) {
        var names = names(count);
        var register = register(asked, by, source);
        return new TotalsView(
                register,
                names.stream().map(name -> name.name().toLowerCase(Locale.ROOT)).toList(),
                observations.totals(asked.sight(), asked.cut(), register.id(), names));
    }

    @GetMapping("/{by}/{source}/odd")
    List<OddView> odd(Asked asked, @PathVariable String by, @PathVariable String source) {
        return observations.odd(asked.sight(), asked.cut(), register(asked, by, source).id());
    }

    @GetMapping("/{by}/{source}/spellings")
    List<SpellingView> spellings(
            Asked asked, @PathVariable String by, @PathVariable String source) {
        return observations.spellings(asked.sight(), asked.cut(), register(asked, by, source).id());
    }

    @GetMapping("/{by}/{source}/rows")
    Page<RowView> rows(
            Asked asked,
            Paging paging,
            @PathVariable String by,
            @PathVariable String source,
            @RequestParam Optional<String> flag,
            @RequestParam Optional<String> month,
            @RequestParam Optional<String> place) {
        var oneMore =
                observations.rows(
                        asked.sight(),
                        asked.cut(),
                        register(asked, by, source).id(),
                        new RowFilter(flag.orElse(null), month.orElse(null), place.orElse(null)),
                        paging.after().orElse(""),
                        paging.limit() + 1);
        return Page.of(oneMore, paging, RowView::key);
    }

    /// All versions of one row, the oldest first.
    @GetMapping("/{by}/{source}/versions")
    List<RowView> versions(
            Asked asked,
            @PathVariable String by,
            @PathVariable String source,
            @RequestParam String key) {
        return observations.versions(
                asked.sight(), asked.cut(), register(asked, by, source).id(), key);
    }

    /// How the register changed since an earlier cut: a log size or an instant.
    @GetMapping("/{by}/{source}/revisions")
    RevisionsView revisions(
            Asked asked,
            @PathVariable String by,
            @PathVariable String source,
            @RequestParam String since) {
        var earlier = requests.cut(asked.cut().operation(), since);
        if (earlier.size() > asked.cut().size()) {
            throw new InvalidValue("since", "value.since-after", "must not be after asOf");
        }
        return observations.revisions(
                asked.sight(), earlier, asked.cut(), register(asked, by, source).id());
    }

    private RegisterView register(Asked asked, String by, String source) {
        return observations
                .find(asked.sight(), asked.cut(), new RegisterId(by, source))
                .orElseThrow(NotFound::new);
    }

    static List<TotalsBy> names(String count) {
        return Arrays.stream(count.split(",", -1))
                .filter(name -> !name.isBlank())
                .map(TotalsBy::of)
                .distinct()
                .toList();
    }
}
