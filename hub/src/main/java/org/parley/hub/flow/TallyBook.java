package org.parley.hub.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps the sums of each line and load, and the standing of each consignment, label by label.
final class TallyBook {

    private TallyBook() {}

    static void add(
            Draft draft,
            long index,
            String consignment,
            String line,
            int label,
            List<Effect> effects) {
        var tallies = draft.known(consignment).tallies();
        var place = new Known.LineLabel(line, label);
        var next = tallies.getOrDefault(place, Tally.NONE).plus(effects);
        if (tallies.put(place, next) != null) {
            draft.versions(Table.TALLY).end(index, consignment, line, label);
        }
        var values = new ArrayList<@Nullable Object>(List.of(consignment, line, label));
        values.addAll(next.sums());
        values.add(next.estimated());
        draft.versions(Table.TALLY).begin(index, values.toArray());
    }

    static void addToLoad(Draft draft, long index, int label, LoadEffect effect) {
        var loads = draft.known(effect.consignment()).loads();
        var place = new Known.InLoad(effect.load(), effect.node(), effect.line(), label);
        var before = loads.get(place);
        var next = before == null ? effect.amount() : before.add(effect.amount());
        loads.put(place, next);
        var key =
                new Object[] {
                    effect.load(), effect.node().code(), effect.consignment(), effect.line(), label
                };
        if (before != null) {
            draft.versions(Table.LOAD).end(index, key);
        }
        draft.versions(Table.LOAD).begin(index, key[0], key[1], key[2], key[3], key[4], next);
    }

    /// A standing takes the place of the one before; empty for none any more.
    static void stand(
            Draft draft, long index, String consignment, int label, Optional<Standing> now) {
        var standings = draft.known(consignment).standings();
        var before = Optional.ofNullable(standings.get(label));
        if (before.equals(now)) {
            return;
        }
        if (before.isPresent()) {
            standings.remove(label);
            draft.versions(Table.STANDING).end(index, consignment, label);
        }
        now.ifPresent(
                standing -> {
                    standings.put(label, standing);
                    draft.versions(Table.STANDING)
                            .begin(
                                    index,
                                    consignment,
                                    label,
                                    standing.stage().code(),
                                    standing.stage().phase(),
                                    standing.stage().rank(),
                                    standing.since());
                });
    }
}
