package org.parley.hub.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The sums of one line under one label, in the order of [Measure].
record Tally(List<BigDecimal> sums, boolean estimated) {

    static final Tally NONE =
            new Tally(Collections.nCopies(Measure.values().length, BigDecimal.ZERO), false);

    Tally plus(List<Effect> effects) {
        var next = new ArrayList<>(sums);
        boolean guessed = estimated;
        for (var effect : effects) {
            int place = effect.measure().ordinal();
            next.set(place, next.get(place).add(effect.amount()));
            guessed |= effect.estimated();
        }
        return new Tally(next, guessed);
    }
}
