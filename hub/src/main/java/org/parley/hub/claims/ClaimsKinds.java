package org.parley.hub.claims;

import java.util.List;
import java.util.Map;
import org.parley.hub.claims.DescriptionStore.Kept;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.StatementKinds;
import org.parley.hub.journal.Verdict;
import org.springframework.stereotype.Component;

/// What can be said of claims: where figures come from and how they are counted, single claims, and
/// registers that arrive row by row.
@Component
class ClaimsKinds implements StatementKinds {

    private final ClaimedKind claims;
    private final DescriptionStore descriptions;
    private final RowsInHand rows;

    ClaimsKinds(ClaimedKind claims, DescriptionStore descriptions, RowsInHand rows) {
        this.claims = claims;
        this.descriptions = descriptions;
        this.rows = rows;
    }

    @Override
    public List<StatementKind<?>> kinds() {
        return List.of(
                StatementKind.of(
                        "claims.source-described",
                        SourceDescribed.class,
                        entry -> descriptions.save(Kept.SOURCE, entry.body().source(), entry)),
                StatementKind.of(
                        "claims.rule-described",
                        RuleDescribed.class,
                        entry -> descriptions.save(Kept.RULE, entry.body().rule(), entry)),
                claims,
                StatementKind.of(
                        "claims.vintage-opened",
                        VintageOpened.class,
                        this::decideOpening,
                        rows::open),
                StatementKind.of(
                        "claims.rows-observed",
                        RowsObserved.class,
                        said -> inVintage(said, said.body().source(), said.body().vintage()),
                        rows::add),
                StatementKind.of(
                        "claims.rows-withdrawn",
                        RowsWithdrawn.class,
                        said -> inVintage(said, said.body().source(), said.body().vintage()),
                        rows::withdraw),
                StatementKind.of(
                        "claims.vintage-closed",
                        VintageClosed.class,
                        said -> inVintage(said, said.body().source(), said.body().vintage()),
                        rows::close));
    }

    private Verdict decideOpening(Said<VintageOpened> said) {
        var source = said.body().source();
        if (!descriptions.exists(Kept.SOURCE, said.operation(), source)) {
            return Verdict.refused("claims.source-unknown", Map.of("source", source));
        }
        return Vintages.open(
                rows.vintages(said.operation(), said.actor().organisation(), source),
                said.body(),
                said.label());
    }

    private Verdict inVintage(Said<?> said, String source, String vintage) {
        return Vintages.within(
                rows.vintages(said.operation(), said.actor().organisation(), source).stream()
                        .filter(kept -> kept.vintage().equals(vintage))
                        .findFirst(),
                vintage,
                said.label());
    }
}
