package org.parley.hub.claims;

import org.parley.kernel.InvalidValue;

/// What observed rows may be counted by.
public enum TotalsBy {
    MONTH("to_char(event_date, 'YYYY-MM')"),
    DAY("to_char(event_date, 'YYYY-MM-DD')"),
    PLACE("place"),
    CATEGORY("category"),
    ASSISTANCE("assistance"),
    UNIT("unit"),
    DONOR("donor");

    private final String expression;

    TotalsBy(String expression) {
        this.expression = expression;
    }

    public static TotalsBy of(String name) {
        for (var by : values()) {
            if (by.name().equalsIgnoreCase(name.strip())) {
                return by;
            }
        }
        throw new InvalidValue(
                "count", "value.counted-by", "is nothing rows can be counted by: '{was}'", name);
    }

    /// SQL over the columns of `state.observation`; blank values count under the empty name.
    String expression() {
        return "coalesce(" + expression + ", '')";
    }
}
