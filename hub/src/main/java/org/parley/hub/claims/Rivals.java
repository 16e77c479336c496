package org.parley.hub.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Figures that several claim for the same thing, side by side with their differences. None is the
/// reference, none is picked: every pair is compared.
///
/// @param figures ordered by their names, so that no order of merit is implied
public record Rivals(String series, List<RivalFigure> figures, List<Difference> differences) {

    /// One of the figures.
    ///
    /// @param days the days that it covers, both ends included; null where it does not say
    /// @param perDay its amount through its days, to one decimal
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RivalFigure(ClaimView claim, @Nullable Long days, @Nullable BigDecimal perDay) {}

    /// How far two figures are apart.
    ///
    /// @param difference the first less the second
    /// @param percent of the second; null where that is zero
    /// @param why what they do not have in common: `rule`, `scope`, `period`, `unit`
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(
            String first,
            String second,
            BigDecimal difference,
            @Nullable BigDecimal percent,
            List<String> why) {}

    static Rivals of(String series, List<ClaimView> claims) {
        var figures =
                claims.stream()
                        .filter(claim -> claim.figure() != null)
                        .map(Rivals::figure)
                        .toList();
        var differences = new ArrayList<Difference>();
        for (int i = 0; i < figures.size(); i++) {
            for (int j = i + 1; j < figures.size(); j++) {
                difference(figures.get(i).claim(), figures.get(j).claim())
                        .ifPresent(differences::add);
            }
        }
        return new Rivals(series, figures, List.copyOf(differences));
    }

    private static RivalFigure figure(ClaimView claim) {
        var period = claim.period();
        var figure = claim.figure();
        if (figure == null || period == null || period.from() == null || period.to() == null) {
            return new RivalFigure(claim, null, null);
        }
        long days = ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
        return new RivalFigure(
                claim,
                days,
                figure.number().divide(BigDecimal.valueOf(days), 1, RoundingMode.HALF_EVEN));
    }

    private static Optional<Difference> difference(ClaimView a, ClaimView b) {
        var first = a.figure();
        var second = b.figure();
        if (first == null || second == null || !first.unit().equals(second.unit())) {
            return Optional.empty(); // unlike units have no difference
        }
        var difference = first.number().subtract(second.number());
        var percent =
                second.number().signum() == 0
                        ? null
                        : difference
                                .multiply(BigDecimal.valueOf(100))
                                .divide(second.number(), MathContext.DECIMAL64)
                                .setScale(1, RoundingMode.HALF_EVEN);
        return Optional.of(
                new Difference(
                        a.by() + "/" + a.claim(),
                        b.by() + "/" + b.claim(),
                        difference,
                        percent,
                        why(a, b)));
    }

    private static List<String> why(ClaimView a, ClaimView b) {
        var why = new ArrayList<String>();
        if (a.figure() != null && b.figure() != null) {
            if (!a.figure().rule().equals(b.figure().rule())) {
                why.add("rule");
            }
            if (!Objects.equals(a.figure().scope(), b.figure().scope())) {
                why.add("scope");
            }
        }
        if (!Objects.equals(a.period(), b.period())) {
            why.add("period");
        }
        return List.copyOf(why);
    }
}
