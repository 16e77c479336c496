package org.parley.hub.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.kernel.audience.Clearance;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Reader;
import org.springframework.stereotype.Service;

/// What changes for a reader when their memberships do: each label in use is put to [Clearance]
/// before and after, and the statements under those that differ are counted. Only statements that
/// exist for whoever asks are counted.
@Service
public class Shifts {

    private record Change(String type, Optional<FieldClass> from, Optional<FieldClass> to) {}

    private static final Comparator<Change> ORDER =
            Comparator.comparing(Change::type)
                    .thenComparing(change -> change.to.map(Enum::ordinal).orElse(-1))
                    .thenComparing(change -> change.from.map(Enum::ordinal).orElse(-1));

    private final Sights sights;
    private final LabelCountStore counts;

    Shifts(Sights sights, LabelCountStore counts) {
        this.sights = sights;
        this.counts = counts;
    }

    /// By type and class, of the statements that `asking` may see at the cut.
    public List<Shift> between(Sight asking, Cut cut, Reader before, Reader after) {
        var changed = new TreeMap<Integer, Change>();
        sights.labels(cut.operation())
                .forEach(
                        (number, label) -> {
                            var from = Clearance.ceiling(before, label);
                            var to = Clearance.ceiling(after, label);
                            if (asking.of(number).isPresent() && !from.equals(to)) {
                                changed.put(number, new Change("", from, to));
                            }
                        });
        var sums = new TreeMap<Change, Long>(ORDER);
        for (var count : counts.of(cut, changed.keySet().toArray(Integer[]::new))) {
            var change = changed.get(count.label());
            if (change != null) {
                sums.merge(
                        new Change(count.type(), change.from, change.to),
                        count.statements(),
                        Long::sum);
            }
        }
        var shifts = new ArrayList<Shift>();
        sums.forEach(
                (change, many) -> shifts.add(new Shift(change.type, change.from, change.to, many)));
        return shifts;
    }
}
