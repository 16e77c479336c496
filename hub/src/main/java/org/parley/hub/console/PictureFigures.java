package org.parley.hub.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.hub.claims.ClaimView;
import org.parley.hub.claims.Claims;
import org.parley.hub.claims.RuleView;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.Flow;
import org.parley.hub.flow.FunnelView;
import org.springframework.stereotype.Component;

/// The figures on top of the picture. What the hub counted itself comes first; then what several
/// claim of the same thing, side by side, each by its own rule.
@Component
class PictureFigures {

    private static final Set<String> STEPS = Set.of("offloaded", "collected", "arrived");
    private static final int RIVALS = 3;

    private final Flow flow;
    private final Claims claims;

    PictureFigures(Flow flow, Claims claims) {
        this.flow = flow;
        this.claims = claims;
    }

    List<Figure> of(Visit visit) {
        var figures = new ArrayList<Figure>();
        flow.funnel(visit.sight(), visit.cut(), AssistanceKind.HUMANITARIAN).stream()
                .flatMap(funnel -> funnel.bars().stream())
                .filter(bar -> STEPS.contains(bar.step()))
                .filter(bar -> bar.tonnes().value().signum() > 0)
                .map(bar -> figure(visit, bar))
                .forEach(figures::add);
        figures.addAll(rivals(visit));
        return List.copyOf(figures);
    }

    private static Figure figure(Visit visit, FunnelView.Bar bar) {
        return FlowWords.figure(
                visit,
                visit.words().orCode("flow.step.", bar.step())
                        + " · "
                        + FlowWords.kind(visit, "humanitarian"),
                bar.tonnes());
    }

    /// The figures of the series that was said last among those with rivals.
    private List<Figure> rivals(Visit visit) {
        var contested = claims.contested(visit.sight(), visit.cut());
        if (contested.isEmpty()) {
            return List.of();
        }
        var rules = claims.rules(visit.sight(), visit.cut());
        return claims.rivals(visit.sight(), visit.cut(), contested.getLast()).figures().stream()
                .limit(RIVALS)
                .map(rival -> figure(visit, rival.claim(), rules))
                .toList();
    }

    private static Figure figure(Visit visit, ClaimView claim, List<RuleView> rules) {
        var figure = java.util.Objects.requireNonNull(claim.figure());
        var by =
                Optional.ofNullable(claim.assertedByPartner())
                        .map(visit::partner)
                        .or(() -> Optional.ofNullable(claim.assertedBy()).map(visit::partner))
                        .orElseGet(() -> visit.partner(claim.by()));
        var rule =
                rules.stream()
                        .filter(one -> one.rule().equals(figure.rule()))
                        .findFirst()
                        .flatMap(one -> Optional.ofNullable(one.names()))
                        .map(names -> named(visit, names))
                        .orElse(figure.rule());
        return new Figure(
                visit.say("picture.says", by),
                (figure.approximate() ? "≈ " : "") + visit.words().number(figure.number()),
                FlowWords.unit(visit, figure.unit()) + " · " + period(visit, claim),
                rule,
                Optional.ofNullable(figure.coverage())
                        .or(() -> Optional.ofNullable(figure.scope()))
                        .orElse(visit.say("picture.coverage-not-said")),
                List.of());
    }

    private static String named(Visit visit, java.util.Map<String, String> names) {
        return Optional.ofNullable(names.get(visit.language().tag()))
                .or(() -> Optional.ofNullable(names.get("en")))
                .orElseGet(() -> names.values().iterator().next());
    }

    private static String period(Visit visit, ClaimView claim) {
        var period = claim.period();
        if (period == null || period.from() == null) {
            return "";
        }
        var from = visit.words().date(period.from());
        return period.to() == null || period.to().equals(period.from())
                ? from
                : from + " – " + visit.words().date(period.to());
    }
}
