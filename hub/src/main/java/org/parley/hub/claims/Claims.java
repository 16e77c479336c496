package org.parley.hub.claims;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.claims.DescriptionStore.Kept;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.springframework.stereotype.Service;

/// Sources, counting rules and claims, as far as a reader may see them at a cut.
@Service
public class Claims {

    private final ClaimStore claims;
    private final DescriptionStore descriptions;

    Claims(ClaimStore claims, DescriptionStore descriptions) {
        this.claims = claims;
        this.descriptions = descriptions;
    }

    public List<SourceView> sources(Sight sight, Cut cut) {
        return descriptions.list(Kept.SOURCE, SourceDescribed.class, sight, cut).stream()
                .map(said -> SourceView.of(said, sight))
                .toList();
    }

    public List<RuleView> rules(Sight sight, Cut cut) {
        return descriptions.list(Kept.RULE, RuleDescribed.class, sight, cut).stream()
                .map(said -> RuleView.of(said, sight))
                .toList();
    }

    /// Claims by originator and name.
    ///
    /// @param after the originator and name of the last one already read, joined by a slash
    public List<ClaimView> list(
            Sight sight, Cut cut, @Nullable ClaimKind kind, String after, int limit) {
        return views(
                claims.list(sight, cut, kind == null ? null : kind.code(), after, limit), sight);
    }

    public Optional<ClaimView> find(Sight sight, Cut cut, String by, String claim) {
        return claims.find(sight, cut, by, claim).map(said -> ClaimView.of(said, sight));
    }

    /// Claims that were said or revised since the log had `since` statements.
    public List<ClaimView> since(Sight sight, Cut cut, long since) {
        return views(claims.since(sight, cut, since), sight);
    }

    /// Rival figures of one series; none where nothing of it is known to the reader.
    public Rivals rivals(Sight sight, Cut cut, String series) {
        return Rivals.of(series, views(claims.series(sight, cut, series), sight));
    }

    /// The series for which more than one figure is known.
    public List<String> contested(Sight sight, Cut cut) {
        return claims.seriesWithRivals(sight, cut);
    }

    private static List<ClaimView> views(List<ClaimStore.Said> said, Sight sight) {
        return said.stream().map(one -> ClaimView.of(one, sight)).toList();
    }
}
