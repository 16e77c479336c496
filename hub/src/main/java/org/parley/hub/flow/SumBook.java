package org.parley.hub.flow;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.parley.kernel.id.OperationId;
import org.springframework.stereotype.Component;

/// Puts sums down whenever the log has grown by an epoch. All tables of flow keep versions, so that
/// an epoch's sums can be counted at any later moment and are the same: only the size of the log
/// says where an epoch ends, never how statements came together in transactions.
@Component
class SumBook {

    private static final Set<Series> ALL = EnumSet.allOf(Series.class);
    private static final Set<String> CODES =
            Arrays.stream(Series.values())
                    .flatMap(series -> series.codes().stream())
                    .collect(toUnmodifiableSet());

    private final SumStore sums;
    private final ShareStore shares;
    private final WholeStore whole;
    private final Epochs epochs;

    SumBook(SumStore sums, ShareStore shares, WholeStore whole, Epochs epochs) {
        this.sums = sums;
        this.shares = shares;
        this.whole = whole;
        this.epochs = epochs;
    }

    /// Where the last epoch of an operation ended.
    long summedTo(OperationId operation) {
        return sums.last(operation, Long.MAX_VALUE).upto();
    }

    /// Puts down the sums of every epoch that is over. What was said before the statement with this
    /// index must be in its tables.
    ///
    /// @return where the last epoch ended
    long sumUp(OperationId operation, long summedTo, long index) {
        long from = summedTo;
        while (epochs.after(from) <= index) {
            long upto = epochs.after(from);
            long before = from;
            whole.byIndex(
                    () -> {
                        put(operation, before, upto);
                        return upto;
                    });
            from = upto;
        }
        return from;
    }

    private void put(OperationId operation, long from, long upto) {
        var touched = shares.touched(operation, from, upto);
        var amounts = new HashMap<Share.Group, Amount>();
        if (epochs.isWhole(upto)) {
            add(
                    amounts,
                    sums.sums(operation, sums.last(operation, from), CODES, null),
                    Amount::plus);
        }
        add(amounts, shares.all(operation, from, touched, ALL), Amount::minus);
        add(amounts, shares.all(operation, upto, touched, ALL), Amount::plus);
        amounts.values().removeIf(Amount::isNone);
        sums.write(operation, upto, epochs.isWhole(upto), amounts);
    }

    private static void add(
            Map<Share.Group, Amount> amounts,
            Collection<Share> shares,
            BinaryOperator<Amount> how) {
        for (var share : List.copyOf(shares)) {
            var before = amounts.getOrDefault(share.group(), Amount.NONE);
            amounts.put(share.group(), how.apply(before, share.amount()));
        }
    }
}
