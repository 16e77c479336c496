package org.parley.hub.flow;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.api.Asked;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.Page;
import org.parley.hub.api.Paging;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.PartnerId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Consignments and what they add up to, as JSON.
@RestController
@RequestMapping("/api/v1/operations/{operation}")
class FlowApi {

    private final Flow flow;

    FlowApi(Flow flow) {
        this.flow = flow;
    }

    @GetMapping("/consignments")
    Page<ConsignmentRow> list(
            Asked asked,
            Paging paging,
            @RequestParam Optional<String> stage,
            @RequestParam Optional<String> kind,
            @RequestParam Optional<PartnerId> organisation,
            @RequestParam(required = false) @Nullable String crossing,
            @RequestParam(required = false) @Nullable String corridor,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam Optional<String> outcome,
            @RequestParam(required = false) @Nullable String text) {
        var filter =
                new FlowFilter(
                        stage.map(Stage::of).orElse(null),
                        kind.map(AssistanceKind::of).orElse(null),
                        organisation.orElse(null),
                        crossing,
                        corridor,
                        category,
                        outcome.map(code -> Codes.of(Step.class, "outcome", code)).orElse(null),
                        text);
        var found =
                flow.list(
                        asked.sight(),
                        asked.cut(),
                        filter,
                        paging.after().orElse(""),
                        paging.limit() + 1);
        return Page.of(found, paging, ConsignmentRow::consignment);
    }

    @GetMapping("/consignments/{consignment}")
    ConsignmentView find(Asked asked, @PathVariable String consignment) {
        return flow.find(asked.sight(), asked.cut(), consignment).orElseThrow(NotFound::new);
    }

    /// The consignments that have not moved on for longest.
    @GetMapping("/ageing")
    List<ConsignmentRow> ageing(
            Asked asked,
            Paging paging,
            @RequestParam(defaultValue = "humanitarian") String kind,
            @RequestParam(defaultValue = "24") int hours) {
        if (hours < 0 || hours > 100_000) {
            throw new InvalidValue(
                    "hours",
                    "value.range",
                    "must be {least} to {most}, was {was}",
                    0,
                    100_000,
                    hours);
        }
        return flow.ageing(
                asked.sight(),
                asked.cut(),
                AssistanceKind.of(kind),
                Duration.ofHours(hours),
                paging.limit());
    }

    @GetMapping("/board")
    BoardView board(
            Asked asked,
            @RequestParam(defaultValue = "humanitarian") String kind,
            @RequestParam(defaultValue = "10") int cards) {
        if (cards < 0 || cards > 50) {
            throw new InvalidValue(
                    "cards", "value.range", "must be {least} to {most}, was {was}", 0, 50, cards);
        }
        return flow.board(asked.sight(), asked.cut(), AssistanceKind.of(kind), cards);
    }

    @GetMapping("/funnel")
    List<FunnelView> funnel(Asked asked, @RequestParam Optional<String> kind) {
        return flow.funnel(asked.sight(), asked.cut(), kind.map(AssistanceKind::of).orElse(null));
    }

    @GetMapping("/dwell")
    List<DwellView> dwell(Asked asked, @RequestParam Optional<String> kind) {
        return flow.dwell(asked.sight(), asked.cut(), kind.map(AssistanceKind::of).orElse(null));
    }

    @GetMapping("/manifests")
    Page<ManifestView> manifests(
            Asked asked,
            Paging paging,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String crossing) {
        var found =
                flow.manifests(
                        asked.sight(),
                        asked.cut(),
                        day,
                        crossing,
                        paging.afterIndex().orElse(Long.MAX_VALUE),
                        paging.limit() + 1);
        return Page.of(found, paging, manifest -> Long.toString(manifest.index()));
    }

    /// What was manifested, crossing by crossing and day by day.
    @GetMapping("/manifest-days")
    List<ManifestDayView> manifestDays(
            Asked asked, @RequestParam LocalDate from, @RequestParam LocalDate until) {
        return flow.manifestDays(asked.sight(), asked.cut(), from, until);
    }

    @GetMapping("/rulings")
    Page<RulingView> rulings(
            Asked asked,
            Paging paging,
            @RequestParam Optional<PartnerId> authority,
            @RequestParam Optional<String> outcome,
            @RequestParam(required = false) @Nullable String category) {
        var cursor = RulingCursor.of(paging.after());
        var found =
                flow.rulings(
                        asked.sight(),
                        asked.cut(),
                        new RulingFilter(
                                authority.orElse(null),
                                outcome.map(code -> Codes.of(RulingOutcome.class, "outcome", code))
                                        .orElse(null),
                                category),
                        cursor.index(),
                        cursor.line(),
                        paging.limit() + 1);
        return Page.of(
                found,
                paging,
                ruling -> ruling.index() + "/" + Objects.requireNonNullElse(ruling.line(), ""));
    }

    /// How each authority ruled, and how long it took.
    @GetMapping("/rulings/authorities")
    List<AuthorityView> authorities(Asked asked) {
        return flow.authorities(asked.sight(), asked.cut());
    }
}
