package org.parley.hub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.hub.store.Store;

/// What is answered from sums is what goes through all lines answers: the questions as they were
/// asked before there were sums stay here, to compare with.
final class SumsModel {

    private static final int CARDS = 3;

    private final BoardStore boards;
    private final FunnelStore funnels;
    private final DwellStore dwells;
    private final BoardModel board;
    private final FunnelModel funnel;
    private final DwellModel dwell;
    private final WholeStore whole;

    SumsModel(Store store) {
        var sql = store.sql();
        var summing =
                new Summing(
                        new SumsApartStore(store.apart()),
                        new SharesApartStore(store.apart()),
                        new ShareStore(sql));
        var members = new MemberStore(sql);
        this.boards = new BoardStore(summing, members);
        this.funnels = new FunnelStore(summing);
        this.dwells = new DwellStore(sql, summing, members);
        this.board = new BoardModel(sql);
        this.funnel = new FunnelModel(sql);
        this.dwell = new DwellModel(sql);
        this.whole = new WholeStore(sql, store.reader());
    }

    void check(Sight sight, Cut cut, String which) {
        whole.read(
                () -> {
                    for (var kind : AssistanceKind.values()) {
                        board(sight, cut, kind, "%s, %s".formatted(which, kind));
                        flow(sight, cut, kind, "%s, %s".formatted(which, kind));
                    }
                    flow(sight, cut, null, which);
                    same(dwells.authorities(sight, cut), dwell.authorities(sight, cut), which);
                    same(funnels.sources(sight, cut), funnel.sources(sight, cut), which);
                    return true;
                });
    }

    private void board(Sight sight, Cut cut, AssistanceKind kind, String which) {
        var found = boards.board(sight, cut, kind, CARDS);
        same(found.sums(), board.sums(sight, cut, kind), "board " + which);
        same(found.cards(), board.cards(sight, cut, kind, CARDS), "cards " + which);
        for (var hours : new int[] {0, 5, 48}) {
            var before = cut.at().minus(Duration.ofHours(hours));
            same(
                    boards.waiting(sight, cut, kind, before),
                    board.waiting(sight, cut, kind, before),
                    "waiting %d h %s".formatted(hours, which));
        }
    }

    private void flow(Sight sight, Cut cut, @Nullable AssistanceKind kind, String which) {
        same(funnels.sums(sight, cut, kind), funnel.sums(sight, cut, kind), "funnel " + which);
        same(dwells.dwell(sight, cut, kind), dwell.dwell(sight, cut, kind), "dwell " + which);
    }

    /// Shares of durations are counted by stretches, each 2.2 % long, and shown to a tenth of an
    /// hour.
    private static boolean alike(FlowFigure fromSums, FlowFigure fromLines) {
        var less = fromSums.value().min(fromLines.value());
        var apart = fromSums.value().subtract(fromLines.value()).abs();
        var allowed =
                fromLines.rule().matches("flow\\.(dwell|decision)-p[59]0")
                        ? less.multiply(new BigDecimal("0.022")).add(new BigDecimal("0.1"))
                        : BigDecimal.ZERO;
        return apart.compareTo(allowed) <= 0
                && fromSums.rule().equals(fromLines.rule())
                && fromSums.unit().equals(fromLines.unit())
                && fromSums.source().equals(fromLines.source())
                && fromSums.reported() == fromLines.reported()
                && fromSums.expected() == fromLines.expected()
                && fromSums.knownTo() == fromLines.knownTo();
    }

    private static void same(Object fromSums, Object fromLines, String which) {
        assertThat(fromSums)
                .as(which)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .withEqualsForType(SumsModel::alike, FlowFigure.class)
                .ignoringCollectionOrder()
                .isEqualTo(fromLines);
    }
}
