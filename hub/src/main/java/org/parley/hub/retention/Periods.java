package org.parley.hub.retention;

import java.util.Map;

/// How many days each is kept in an operation now: what it states, else what is usual.
record Periods(Map<Kept, Integer> stated) {

    Periods {
        stated = Map.copyOf(stated);
    }

    int days(Kept kept) {
        return stated.getOrDefault(kept, kept.usualDays());
    }
}
