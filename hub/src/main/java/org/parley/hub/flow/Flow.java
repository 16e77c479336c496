package org.parley.hub.flow;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.springframework.stereotype.Service;

/// What others may ask about the flow of assistance. Every answer is cut to who asks, and to the
/// moment that they ask about.
@Service
public class Flow {

    private final RowStore rows;
    private final LineStore lines;
    private final ChainStore chains;
    private final ManifestStore manifests;
    private final BoardStore boards;
    private final FunnelStore funnels;
    private final DwellStore dwell;
    private final WholeStore whole;

    Flow(
            RowStore rows,
            LineStore lines,
            ChainStore chains,
            ManifestStore manifests,
            BoardStore boards,
            FunnelStore funnels,
            DwellStore dwell,
            WholeStore whole) {
        this.rows = rows;
        this.lines = lines;
        this.chains = chains;
        this.manifests = manifests;
        this.boards = boards;
        this.funnels = funnels;
        this.dwell = dwell;
        this.whole = whole;
    }

    /// Consignments by id.
    ///
    /// @param after the last id of the page before; empty for the first page
    public List<ConsignmentRow> list(
            Sight sight, Cut cut, FlowFilter filter, String after, int limit) {
        return rows.list(sight, cut, filter, after, limit);
    }

    /// One consignment whole; empty where it does not exist for the reader.
    public Optional<ConsignmentView> find(Sight sight, Cut cut, String consignment) {
        return rows.find(sight, cut, consignment)
                .map(
                        head -> {
                            var rulings = chains.rulingsOf(sight, cut, consignment);
                            return new ConsignmentView(
                                    head.row(),
                                    head.references(),
                                    head.origin(),
                                    head.destination(),
                                    lines(sight, cut, consignment, rulings),
                                    chains.chain(sight, cut, consignment),
                                    rulings,
                                    manifests.of(sight, cut, consignment),
                                    chains.legs(sight, cut, consignment),
                                    lines.loads(sight, cut, consignment));
                        });
    }

    private List<LineView> lines(
            Sight sight, Cut cut, String consignment, List<RulingView> rulings) {
        var sums = new HashMap<String, LineStore.Sums>();
        lines.sums(sight, cut, consignment).forEach(line -> sums.put(line.line(), line));
        var manifested = lines.manifested(sight, cut, consignment);
        return lines.lines(sight, cut, consignment).stream()
                .map(
                        asked ->
                                LineViews.of(
                                        asked,
                                        sums.get(asked.line()),
                                        manifested.getOrDefault(asked.line(), BigDecimal.ZERO),
                                        LineViews.ruledFor(rulings, asked.line())))
                .toList();
    }

    /// Rulings, the newest first.
    ///
    /// @param before the index and line of the last one on the page before
    public List<RulingView> rulings(
            Sight sight, Cut cut, RulingFilter filter, long before, String line, int limit) {
        return chains.register(sight, cut, filter, before, line, limit);
    }

    /// Manifests, the newest first.
    ///
    /// @param before the index of the last one on the page before
    public List<ManifestView> manifests(
            Sight sight,
            Cut cut,
            @Nullable LocalDate day,
            @Nullable String crossing,
            long before,
            int limit) {
        return manifests.list(sight, cut, day, crossing, before, limit);
    }

    /// What was manifested, crossing by crossing and day by day, kind by kind.
    public List<ManifestDayView> manifestDays(
            Sight sight, Cut cut, LocalDate from, LocalDate until) {
        return whole.read(() -> dwell.days(sight, cut, from, until));
    }

    /// How each authority ruled and how long it took, kind by kind.
    public List<AuthorityView> authorities(Sight sight, Cut cut) {
        return whole.read(() -> dwell.authorities(sight, cut));
    }

    /// The consignments of one kind by the stage that they have come to.
    ///
    /// @param cards how many to show of each stage, those longest there first
    public BoardView board(Sight sight, Cut cut, AssistanceKind kind, int cards) {
        var found = whole.read(() -> boards.board(sight, cut, kind, cards));
        return Boards.of(kind, cut, found.sums(), rows.list(sight, cut, found.cards()));
    }

    /// The consignments of one kind that have not ended and have been where they are for at least
    /// so long, the oldest first.
    public List<ConsignmentRow> ageing(
            Sight sight, Cut cut, AssistanceKind kind, Duration atLeast, int limit) {
        var before = cut.at().minus(atLeast);
        var oldest = whole.read(() -> boards.ageing(sight, cut, kind, before, limit));
        return rows.list(sight, cut, oldest);
    }

    /// How many of one kind have been where they are for at least so long, of those not ended.
    public WaitingView waiting(Sight sight, Cut cut, AssistanceKind kind, Duration atLeast) {
        return whole.read(() -> boards.waiting(sight, cut, kind, cut.at().minus(atLeast)));
    }

    /// From request to delivery: how much took each step. One funnel for each kind of assistance
    /// that the reader sees something of.
    ///
    /// @param kind only this one
    public List<FunnelView> funnel(Sight sight, Cut cut, @Nullable AssistanceKind kind) {
        return whole.read(
                () ->
                        Funnels.of(
                                funnels.sums(sight, cut, kind),
                                funnels.sources(sight, cut),
                                cut.size()));
    }

    /// How long consignments stay at each node, kind by kind.
    ///
    /// @param kind only this one
    public List<DwellView> dwell(Sight sight, Cut cut, @Nullable AssistanceKind kind) {
        return whole.read(() -> dwell.dwell(sight, cut, kind));
    }
}
